print(repr('a\n'), ascii('é'), chr(65), ord('a'), repr([1, 'b']), bin(3), hex(16), oct(9))
