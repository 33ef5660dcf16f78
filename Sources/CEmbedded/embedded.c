#include "embedded.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char texts[] = {
#embed "plain/texts.txt"
};
static const unsigned char model[] = {
#embed "plain/model.txt"
};
static const unsigned char themes[] = {
#embed "plain/themes.txt"
};
static const unsigned char questionnaire[] = {
#embed "plain/questionnaire.txt"
};
static const unsigned char report_style[] = {
#embed "data/report.css"
};
static const unsigned char scan_style[] = {
#embed "data/scan.css"
};

const unsigned char *drieluik_embedded_texts(size_t *length) {
  *length = sizeof texts;
  return texts;
}

const unsigned char *drieluik_embedded_model(size_t *length) {
  *length = sizeof model;
  return model;
}

const unsigned char *drieluik_embedded_themes(size_t *length) {
  *length = sizeof themes;
  return themes;
}

const unsigned char *drieluik_embedded_questionnaire(size_t *length) {
  *length = sizeof questionnaire;
  return questionnaire;
}

const unsigned char *drieluik_embedded_report_style(size_t *length) {
  *length = sizeof report_style;
  return report_style;
}

const unsigned char *drieluik_embedded_scan_style(size_t *length) {
  *length = sizeof scan_style;
  return scan_style;
}
