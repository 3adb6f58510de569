import traceback


def accents(é):
    ü = é + 1; ñ = é + None + "ñ"


def chinese():
    print("日本語", "語" + 1 + 2)


def emoji():
    x = "😀👍🏽" + 1; y = 0


def combining():
    x = "e\u0301"; y = "é̂" + 1 + 2


def subscripts():
    d = {"日本": 1}; d["日本"]["語"]["x"]


def calls(é):
    x = "あ"; é("語", 1)("日本")


def over_lines():
    x = ("日本" +
         "語" + 1 +
         2)


def after_a_tab():
    x = [1,	"日", 1/0]


def full_width():
    print("ｆｕｌｌ ①②③", 1/0)


def korean():
    x = "가나다"; y = "각" + 1


def indic():
    x = "क्षि"; y = "क्षि" + 1


def hebrew():
    x = "שלום"; y = "שלום" + 1


def flags():
    x = "🇫🇷❤️"; y = "👨‍👩‍👧" + 1


def in_a_format():
    print(f"日本{1/0}語")


def names():
    日本語 = [1]; 日本語[0] + 日本語[5] + 日本語[0]


for case in (lambda: accents(1), chinese, emoji, combining, subscripts, lambda: calls(print),
             over_lines, after_a_tab, full_width, korean, indic, hebrew, flags, in_a_format, names):
    try:
        case()
    except Exception:
        traceback.print_exc()
