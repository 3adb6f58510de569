class A:
    def run(self):
        helper()
    def helper(self):
        pass
A().run()
