"""Hexadecimal texts and checksums."""
import binascii
print(binascii.hexlify(b'\x00\xffabc'), binascii.hexlify(b'abcd', '-'), binascii.unhexlify('00ff61'), binascii.b2a_hex(b'z'), binascii.a2b_hex(b'7A'))
print(binascii.crc32(b'hello'), binascii.crc32(b'lo', binascii.crc32(b'hel')), binascii.crc_hqx(b'123456789', 0))
print(binascii.b2a_base64(b'hi'), binascii.b2a_base64(b'hi', newline=False), binascii.a2b_base64('aGk='))
for text in ('abc', 'zz', 'é'):
    try:
        print(binascii.unhexlify(text))
    except (binascii.Error, ValueError) as error:
        print(type(error).__name__, error)
