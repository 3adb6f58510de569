#ifndef COMMAND_CHECK_EXPLAIN_H
#define COMMAND_CHECK_EXPLAIN_H
/* What a lesson does and when: moments, checkpoints with their answers, variants with what they
 * come to. For an author to read, or as fields of a JSON object. */

#include "command/check_run.h"

/* Both need a run that is open. */
void check_explain(CheckRun *run, FILE *to);
/* `, "moments": [...], "checkpoints": [...], "variants": [...]` */
void check_explain_json(CheckRun *run, FILE *to);

#endif
