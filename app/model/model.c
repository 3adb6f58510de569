#include "model/model.h"

#include <string.h>

void model_clear(Model *model) {
    model_pool_clear(&model->pool);
    memset(model, 0, sizeof *model);
}

const ModelSeat *model_seat(const Model *model, uint32_t task) {
    for (int i = 0; task && i < model->seat_count; i++)
        if (model->seats[i].id == task) return &model->seats[i];
    return NULL;
}
