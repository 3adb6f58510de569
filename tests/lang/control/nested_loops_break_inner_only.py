for a in 'xy':
    for b in range(5):
        if b == 2:
            break
        print(a, b)
    print('next')
