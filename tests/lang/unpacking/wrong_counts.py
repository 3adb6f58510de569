for text, action in [('two', lambda: exec_two()), ('three', lambda: exec_three()), ('star', lambda: exec_star())]:
    def exec_two():
        a, b = 1, 2, 3

    def exec_three():
        a, b, c = 'ab'

    def exec_star():
        a, b, *c = [1]

    try:
        action()
    except ValueError as error:
        print(text, error)
