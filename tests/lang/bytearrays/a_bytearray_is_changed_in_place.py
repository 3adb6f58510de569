buffer = bytearray(b"abc")
same = buffer
buffer.append(100)
buffer.extend(b"ef")
buffer.extend(n for n in (103, 104))
buffer.extend([105])
buffer[0] = 65
buffer[1:2] = b"XYZ"
print(buffer, len(buffer), buffer.pop(), buffer.pop(0), same is buffer, same)
buffer.insert(1, 9)
buffer.insert(-1, 10)
buffer.insert(99, 11)
buffer.reverse()
print(buffer)
buffer.remove(9)
del buffer[0]
del buffer[::2]
buffer += b"!"
buffer *= 2
print(buffer, same is buffer)
buffer[::2] = bytes(len(buffer[::2]))
print(buffer)
del buffer[1:3]
print(buffer, list(buffer), buffer[-1], buffer[1:], buffer[::-1])
buffer.clear()
print(buffer, bool(buffer), bytearray(3), bytearray([1, 2]), bytearray("é", "utf8"))
print(bytearray.fromhex("00 ff"), bytearray(b"\x00'").hex(), bytearray(x * 2 for x in range(3)))
