"""Classes made in a loop."""


def make(number):
    class Base:
        kind = number

        def method(self):
            return self.kind

    class Derived(Base):
        def method(self):
            return super().method() + 1

    return Derived


def main():
    print(sum(make(number)().method() for number in range(2000)))


main()
