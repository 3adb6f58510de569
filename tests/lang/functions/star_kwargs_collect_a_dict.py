def show(**options):
    for key in sorted(options):
        print(key, '=', options[key])
    print(len(options))


show()
show(b=2, a=1)
show(**{'x': 1}, y=2, **dict(z=3))
