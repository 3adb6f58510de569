errors = []


def attempt(function, *args):
    try:
        function(*args)
    except Exception as error:
        errors.append(error)



class Robot:
    speed_limit = 3

    def __init__(self):
        self.battery = 5
        self._serial = 1

    def charge(self):
        pass

    def own_private(self):
        return self.serial

    def misspelt(self):
        return self.batery


class Listed:
    def __dir__(self):
        return ['alpha', 'beta']


class Slotted:
    __slots__ = ('first', 'second')


def run(case, robot):
    if case == 0:
        robot.bttery
    if case == 1:
        robot.chrage()
    if case == 2:
        robot.serial
    if case == 3:
        robot._seral
    if case == 4:
        robot.speed_limt
    if case == 5:
        Robot.speed
    if case == 6:
        [].appendd(1)
    if case == 7:
        'a'.uper()
    if case == 8:
        Listed().alfa
    if case == 9:
        Slotted().frist
    if case == 10:
        robot.nothing_like_it_at_all
    if case == 11:
        robot.own_private()
    if case == 12:
        robot.misspelt()


for case in range(13):
    attempt(run, case, Robot())
raise ExceptionGroup('attributes', errors)
