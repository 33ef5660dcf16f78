#include "embedded.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char texts[] = {
#embed "plain/texts.txt"
};
static const unsigned char model[] = {
#embed "plain/model.txt"
};
static const unsigned char questionnaire[] = {
#embed "plain/questionnaire.txt"
};
static const unsigned char theme[] = {
#embed "plain/theme.txt"
};

const unsigned char *drieluik_embedded_texts(size_t *length) {
  *length = sizeof texts;
  return texts;
}

const unsigned char *drieluik_embedded_model(size_t *length) {
  *length = sizeof model;
  return model;
}

const unsigned char *drieluik_embedded_theme(size_t *length) {
  *length = sizeof theme;
  return theme;
}

const unsigned char *drieluik_embedded_questionnaire(size_t *length) {
  *length = sizeof questionnaire;
  return questionnaire;
}
