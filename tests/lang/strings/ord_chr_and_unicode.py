print(ord('A'), chr(97), ord('€'), chr(128512), len('😀é'), [c for c in 'añ😀'])
print('añ😀'[::-1], 'añ😀'.encode(), 'añ😀'.encode('utf-8').decode('utf-8') == 'añ😀', ascii('añ😀'))
