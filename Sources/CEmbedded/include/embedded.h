#ifndef DRIELUIK_EMBEDDED_H
#define DRIELUIK_EMBEDDED_H

#include <stddef.h>

/* The data files that travel inside the binary, in the plain form that scripts/plain-forms writes. */
const unsigned char *drieluik_embedded_texts(size_t *length);
const unsigned char *drieluik_embedded_model(size_t *length);
const unsigned char *drieluik_embedded_themes(size_t *length);
const unsigned char *drieluik_embedded_questionnaire(size_t *length);
/* The style of a placement's report, as it stands in data/. */
const unsigned char *drieluik_embedded_report_style(size_t *length);
/* That of a workplace scan's report. */
const unsigned char *drieluik_embedded_scan_style(size_t *length);

#endif
