#ifndef MODEL_MODEL_PATH_H
#define MODEL_MODEL_PATH_H
/* For the model's own files: the way of an exception through the frames of a task. */

#include "model/cancel_pick.h"
#include "model/model_build.h"

/* Fills the frames of model->cancel: those that the chosen task had when the exception came in. */
void model_path(Model *model, const ModelFacts *facts, const CancelPick *pick);

#endif
