class Date:
    made = 0

    def __init__(self, day):
        self.day = day

    @classmethod
    def parse(cls, text):
        cls.made += 1
        return cls(int(text))

    @staticmethod
    def valid(day):
        return 1 <= day <= 31


class Leap(Date):
    pass


print(Leap.parse('29').__class__.__name__, Leap.made, Date.made)
print(Date.valid(40), Date(1).valid(4), Date.parse('3').day)
