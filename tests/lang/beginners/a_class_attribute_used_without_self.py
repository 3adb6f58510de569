class A:
    size = 3
    def run(self):
        return size
A().run()
