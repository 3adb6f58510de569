#ifndef LIB_LIB_SHA512_H
#define LIB_LIB_SHA512_H
/* SHA-512, with which random turns the text of a seed into a number. */

#include "base/common.h"

enum { SHA512_SIZE = 64 };

void sha512(const void *data, size_t size, unsigned char digest[SHA512_SIZE]);

#endif
