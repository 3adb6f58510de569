errors = []


def attempt(function, *args):
    try:
        function(*args)
    except Exception as error:
        errors.append(error)



counter = 1


class Robot:
    def __init__(self):
        self.battery = 5
        self._serial = 1

    def charge(self):
        battery = 3
        return batery, battery

    def use_attribute(self):
        return battery

    def use_module(self):
        return math.pi


def local_name():
    total_weight = 1
    return total_wieght + total_weight


def global_name():
    return Counter


def builtin_name():
    return enumerat([])


def module_name():
    return asyncio.sleep(1)


def module_or_name():
    timer = 1
    return time, timer


def nothing_near():
    return zzzzzzz


def short():
    return q


robot = Robot()
for function in (robot.charge, robot.use_attribute, robot.use_module, local_name, global_name,
                 builtin_name, module_name, module_or_name, nothing_near, short):
    attempt(function)
raise ExceptionGroup('names', errors)
