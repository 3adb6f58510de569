def kind(action):
    try:
        action()
    except (KeyError, IndexError) as error:
        return 'lookup ' + type(error).__name__
    except ArithmeticError:
        return 'arithmetic'
    except Exception as error:
        return 'other ' + type(error).__name__
    except:
        return 'anything'


def leave():
    raise SystemExit(3)


print(kind(lambda: {}['a']), kind(lambda: [][0]), kind(lambda: 1 % 0), kind(lambda: int('x')), kind(leave))
