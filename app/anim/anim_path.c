/* The loop's track as a path of four sides and four corners. */
#include "anim/anim.h"

static const float CORNER = 46;

/* A corner counts as long as the curve that is drawn through it. */
static const float CORNER_LENGTH = 70;

typedef struct {
    DrawPoint from, corner, to; /* to = where the next side begins */
    float side;                 /* length of the side that ends at `from` */
} Piece;

/* Sides in the token's direction: top to the left, left down, bottom to the right, right up. */
static void pieces_of(DrawRect t, Piece pieces[4]) {
    float c = CORNER, r = t.x + t.w, b = t.y + t.h, w = t.w - 2 * c, h = t.h - 2 * c;
    pieces[0] = (Piece){{t.x + c, t.y}, {t.x, t.y}, {t.x, t.y + c}, w};
    pieces[1] = (Piece){{t.x, b - c}, {t.x, b}, {t.x + c, b}, h};
    pieces[2] = (Piece){{r - c, b}, {r, b}, {r, b - c}, w};
    pieces[3] = (Piece){{r, t.y + c}, {r, t.y}, {r - c, t.y}, h};
}

float anim_track_length(DrawRect track) {
    return 2 * (track.w + track.h - 4 * CORNER) + 4 * CORNER_LENGTH;
}

DrawPoint anim_track_point(DrawRect track, float distance) {
    Piece pieces[4];
    pieces_of(track, pieces);
    float whole = anim_track_length(track);
    while (whole > 1 && distance >= whole) distance -= whole;
    for (int i = 0; i < 4; i++) {
        const Piece *p = &pieces[i];
        DrawPoint start = pieces[(i + 3) % 4].to;
        if (distance < p->side) {
            float t = distance / p->side;
            return (DrawPoint){start.x + (p->from.x - start.x) * t,
                               start.y + (p->from.y - start.y) * t};
        }
        distance -= p->side;
        if (distance < CORNER_LENGTH) {
            float t = distance / CORNER_LENGTH, u = 1 - t;
            return (DrawPoint){u * u * p->from.x + 2 * u * t * p->corner.x + t * t * p->to.x,
                               u * u * p->from.y + 2 * u * t * p->corner.y + t * t * p->to.y};
        }
        distance -= CORNER_LENGTH;
    }
    return pieces[3].to;
}

static float near(float a, float b) {
    return a < b ? b - a : a - b;
}

/* The point stands on a side; which one is told by the nearest edge. */
float anim_track_distance(DrawRect track, DrawPoint p) {
    Piece pieces[4];
    pieces_of(track, pieces);
    float edges[] = {near(p.y, track.y), near(p.x, track.x), near(p.y, track.y + track.h),
                     near(p.x, track.x + track.w)};
    int side = 0;
    for (int i = 1; i < 4; i++)
        if (edges[i] < edges[side]) side = i;
    float distance = 0;
    for (int i = 0; i < side; i++) distance += pieces[i].side + CORNER_LENGTH;
    DrawPoint start = pieces[(side + 3) % 4].to;
    float along = side % 2 == 0 ? near(p.x, start.x) : near(p.y, start.y);
    return distance + (along < pieces[side].side ? along : pieces[side].side);
}
