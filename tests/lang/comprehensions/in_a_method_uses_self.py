class Team:
    def __init__(self):
        self.bonus = 10
        self.scores = [1, 2]

    def totals(self):
        return [s + self.bonus for s in self.scores]


print(Team().totals())
