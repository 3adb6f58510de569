#ifndef DRAW_DRAW_H
#define DRAW_DRAW_H
/* What one frame shows, as plain data: a list of draw commands in painting order.

   Lengths are logical pixels (y grows downwards) and become physical ones only in the rasteriser,
   which rounds stroke widths and the edges of boxes to whole pixels. Angles are turns, clockwise
   from 12 o'clock. Colours are 0xAARRGGBB with straight alpha. Nothing here knows fonts or a
   window: two lists made from the same model are equal, byte for byte, on every machine. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

typedef uint32_t DrawColour;

enum {
    DRAW_NONE = 0,               /* a colour that paints nothing */
    DRAW_MAX_COMMANDS = 1 << 16, /* a list refuses to grow beyond these and sets `full` */
    DRAW_MAX_POINTS = 1 << 18,   /* points of all polylines and polygons */
    DRAW_MAX_TEXT = 1 << 20,     /* bytes of all texts */
    DRAW_MAX_DEPTH = 16          /* nested clips, nested alphas */
};

typedef struct {
    float x, y;
} DrawPoint;

typedef struct {
    float x, y, w, h;
} DrawRect;

/* Which corners of a box are round; 0 means all of them. */
enum {
    DRAW_TOP_LEFT = 1,
    DRAW_TOP_RIGHT = 2,
    DRAW_BOTTOM_RIGHT = 4,
    DRAW_BOTTOM_LEFT = 8,
    DRAW_LEFT = DRAW_TOP_LEFT | DRAW_BOTTOM_LEFT,
    DRAW_RIGHT = DRAW_TOP_RIGHT | DRAW_BOTTOM_RIGHT,
    DRAW_TOP = DRAW_TOP_LEFT | DRAW_TOP_RIGHT,
    DRAW_BOTTOM = DRAW_BOTTOM_LEFT | DRAW_BOTTOM_RIGHT
};

typedef enum { DRAW_CAP_BUTT, DRAW_CAP_ROUND } DrawCap;

/* How a line is drawn; write (DrawStroke){.width = 2} and only what differs from the defaults.
   Dashes are on where `on` > 0; `phase` moves the pattern backwards along the line. The joins of a
   polyline are mitred with butt caps, round with round caps; `bend` > 0 rounds its corners by that
   radius instead (elbows, the loop's track). */
typedef struct {
    float width;
    float on, off, phase;
    float arrow; /* length of the arrow head at the line's end, 0 for none */
    float bend;
    uint32_t cap; /* DrawCap */
} DrawStroke;

typedef enum {
    FONT_UI_REGULAR,
    FONT_UI_MEDIUM,
    FONT_UI_SEMIBOLD,
    FONT_UI_BOLD,
    FONT_MONO_REGULAR,
    FONT_MONO_SEMIBOLD,
    FONT_MONO_BOLD,
    FONT_COUNT
} FontId;

/* Which point of a text lies at its x. */
typedef enum { DRAW_ALIGN_LEFT, DRAW_ALIGN_CENTRE, DRAW_ALIGN_RIGHT } DrawAlign;

/* Icons: pure geometry in a 20x20 box, scaled freely, in one colour (see glyphs.h). */
typedef enum {
    ICON_CREATED,    /* dashed ring */
    ICON_READY,      /* hollow triangle */
    ICON_RUNNING,    /* solid triangle */
    ICON_WAITING,    /* two bars */
    ICON_DONE,       /* disc with a check cut out */
    ICON_FAILED,     /* diamond with a cross cut out */
    ICON_CANCELLED,  /* ring with a slash */
    ICON_CANCELLING, /* the same, the ring dashed */
    ICON_PENDING,    /* ring: a future without a result */
    ICON_PLAY,
    ICON_PAUSE,
    ICON_STEP,    /* bar and triangle to the right */
    ICON_BACK,    /* triangle to the left and bar */
    ICON_FORWARD, /* two triangles to the right: callback */
    ICON_REWIND,  /* two triangles to the left */
    ICON_LOOP,    /* circular arrow: iteration */
    ICON_FIRST,   /* to the first step */
    ICON_LAST,    /* to the last step */
    ICON_LEFT,    /* arrows with a shaft */
    ICON_RIGHT,
    ICON_UP,
    ICON_DOWN,
    ICON_CHEVRON_LEFT, /* arrow heads without a shaft: the belt of the ready queue */
    ICON_CHEVRON_RIGHT,
    ICON_CHEVRON_UP,
    ICON_CHEVRON_DOWN,
    ICON_HEAD_LEFT, /* solid arrow heads: the direction of the track */
    ICON_HEAD_RIGHT,
    ICON_HEAD_UP,
    ICON_HEAD_DOWN,
    ICON_CHECK,
    ICON_CROSS,
    ICON_DIAMOND, /* a moment of the lesson, solid */
    ICON_SEARCH,
    ICON_LOCK,
    ICON_PLUG,   /* detached generator: plug */
    ICON_SOCKET, /* and open socket */
    ICON_COUNT
} DrawIcon;

typedef enum {
    DRAW_BOX,       /* rect, radius, corners; colour fills, line + stroke outline it */
    DRAW_POLYGON,   /* points, colour; non-zero winding */
    DRAW_LINE,      /* points, colour, stroke */
    DRAW_CURVE,     /* four points of a cubic bezier, colour, stroke */
    DRAW_ARC,       /* centre x y, radius, from..to, colour, stroke: the whole turn is a ring */
    DRAW_PIE,       /* centre x y, radius, from..to, colour: the whole turn is a disc */
    DRAW_HATCH,     /* rect, radius, colour, pitch, stroke.width, origin - x in `from` */
    DRAW_TEXT,      /* baseline x y, font, size in `h`, tracking in `from`, align, colour */
    DRAW_ICON,      /* centre x y, size in `h`, icon, colour */
    DRAW_CLIP_PUSH, /* rect: only what lies in it and in the clips around it is painted */
    DRAW_CLIP_POP,
    DRAW_ALPHA_PUSH, /* `from` = 0..1: what follows is painted as one picture of that opacity */
    DRAW_ALPHA_POP
} DrawKind;

/* One command. Fields that its kind does not use are zero, so that commands compare by bytes. */
typedef struct {
    uint8_t kind;    /* DrawKind */
    uint8_t what;    /* FontId, DrawIcon; DRAW_HATCH: 1 = cross-hatch */
    uint8_t align;   /* DrawAlign */
    uint8_t corners; /* DRAW_TOP_LEFT ... */
    DrawColour colour, line;
    float x, y, w, h;
    float radius;
    float from, to;
    float pitch;
    DrawStroke stroke;
    uint32_t first, count; /* in DrawList.points, or in DrawList.text for DRAW_TEXT */
} DrawCommand;

/* Owned by whoever calls draw_list_init. Reused from frame to frame with draw_list_reset, which
   keeps the memory. `full` means that something was refused, by a limit or for want of memory; the
   commands before it are whole. */
typedef struct {
    DrawCommand *commands;
    size_t count, room;
    DrawPoint *points;
    size_t point_count, point_room;
    char *text;
    size_t text_count, text_room;
    DrawColour background; /* what lies under everything; opaque */
    int clips, alphas;     /* open pushes */
    bool full;
} DrawList;

void draw_list_init(DrawList *list);
void draw_list_clear(DrawList *list);
/* Empties the list for a new frame. The background is made opaque. */
void draw_list_reset(DrawList *list, DrawColour background);
/* Command i of a and command j of b paint the same. */
bool draw_command_equal(const DrawList *a, size_t i, const DrawList *b, size_t j);
/* The commands as text, one a line, for golden files: "box 10,20 100x40 r12 fill FF141A26". */
void draw_list_print(const DrawList *list, FILE *out);
/* The texts of the list, one a line, in painting order: what a person can read on the frame. */
void draw_list_print_texts(const DrawList *list, FILE *out);

/* Boxes. The outline lies inside the rectangle, as a CSS border does; a radius larger than half the
   smaller side becomes that half. Fill and outline of one box share its edge without a fringe, so
   prefer one draw_box to a fill and an outline. */
void draw_fill(DrawList *list, DrawRect r, float radius, DrawColour fill);
void draw_outline(DrawList *list, DrawRect r, float radius, DrawColour line, DrawStroke stroke);
void draw_box(DrawList *list, DrawRect r, float radius, DrawColour fill, DrawColour line,
              DrawStroke stroke);
/* A filled box with only some corners round. */
void draw_fill_corners(DrawList *list, DrawRect r, float radius, unsigned corners, DrawColour fill);

/* Lines. Horizontal and vertical ones without a bend are laid on whole physical pixels. An arrow
   head ends exactly at the last point; the shaft stops under it. */
void draw_line(DrawList *list, float x0, float y0, float x1, float y1, DrawColour colour,
               DrawStroke stroke);
void draw_polyline(DrawList *list, const DrawPoint *points, size_t count, DrawColour colour,
                   DrawStroke stroke);
void draw_polygon(DrawList *list, const DrawPoint *points, size_t count, DrawColour fill);
void draw_curve(DrawList *list, DrawPoint from, DrawPoint control1, DrawPoint control2,
                DrawPoint to, DrawColour colour, DrawStroke stroke);

/* Round things. Radius of a ring or arc is that of the middle of its stroke. */
void draw_disc(DrawList *list, float cx, float cy, float radius, DrawColour fill);
void draw_ring(DrawList *list, float cx, float cy, float radius, DrawColour colour,
               DrawStroke stroke);
void draw_arc(DrawList *list, float cx, float cy, float radius, float from, float to,
              DrawColour colour, DrawStroke stroke);
void draw_pie(DrawList *list, float cx, float cy, float radius, float from, float to,
              DrawColour fill);

/* 45 degree lines that rise to the right, clipped to a rounded rectangle. `origin_x` ties their
   phase to a point of the world (the start of the timeline), so that they stand still while the
   rectangle grows or scrolls. With `cross` both diagonals. */
void draw_hatch(DrawList *list, DrawRect r, float radius, DrawColour colour, float pitch,
                float width, float origin_x, bool cross);

/* Text of `length` bytes of UTF-8 (draw_text_z: up to its NUL), one line, copied. Tracking is extra
   space after each character in ems (0.07 for headings). fonts.h measures. */
void draw_text(DrawList *list, FontId font, float size, float x, float baseline, DrawColour colour,
               const char *text, size_t length);
void draw_text_z(DrawList *list, FontId font, float size, float x, float baseline,
                 DrawColour colour, const char *text);
void draw_text_aligned(DrawList *list, FontId font, float size, float x, float baseline,
                       DrawColour colour, DrawAlign align, float tracking, const char *text,
                       size_t length);

void draw_icon(DrawList *list, DrawIcon icon, float cx, float cy, float size, DrawColour colour);

/* Clips and alphas nest up to DRAW_MAX_DEPTH and must be popped in order. */
void draw_clip_push(DrawList *list, DrawRect r);
void draw_clip_pop(DrawList *list);
void draw_alpha_push(DrawList *list, float alpha);
void draw_alpha_pop(DrawList *list);

/* The same colour with its alpha multiplied by 0..1. */
DrawColour draw_fade(DrawColour colour, float alpha);

DrawRect draw_grow(DrawRect r, float by);
bool draw_rect_has(DrawRect r, float x, float y);

#endif
