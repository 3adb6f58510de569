#ifndef OBJECT_FLOAT_HEX_H
#define OBJECT_FLOAT_HEX_H
/* float.hex() and float.fromhex(). */

#include "object/object.h"

enum { FLOAT_HEX_SIZE = 32 };

size_t float_hex_text(double value, char buffer[FLOAT_HEX_SIZE]);

typedef enum { FLOAT_HEX_READ, FLOAT_HEX_INVALID, FLOAT_HEX_TOO_LARGE } FloatHexRead;
FloatHexRead float_hex_read(const char *text, size_t size, double *value);

#endif
