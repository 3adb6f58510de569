class Robot:
    def __init__(self):
        self.battery = 5


print('start')
Robot().batery
