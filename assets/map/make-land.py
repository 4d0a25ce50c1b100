#!/usr/bin/env python3
"""Makes the outlines of countries for the map of stations from Natural Earth's 1:50m.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz        # Natural Earth 1:50m as TopoJSON
    apt-get install iso-codes                                          # numbers of countries to letters
    python3 make-land.py package/countries-50m.json > ../../src/main/resources/org/sala/ui/overview/land.txt

One country a line: its letters, the middle of its largest part, its rings; everything in hundredths of a degree, each point
of a ring as the way from the one before. Borders are simplified as shared arcs, so that neighbours stay neighbours.
"""
import json
import sys

ISO = "/usr/share/iso-codes/json/iso_3166-1.json"
# Where stations are is drawn finely, the rest of the world coarsely.
NEAR = (60, -15, 150, 45)
FINE, COARSE = 0.03, 0.25
LEAST_FINE, LEAST_COARSE = 0.006, 0.6  # rings of fewer square degrees are left out


def inside(points):
    return all(NEAR[0] <= x <= NEAR[2] and NEAR[1] <= y <= NEAR[3] for x, y in points)


def simplified(points, tolerance):
    """Douglas and Peucker's; the ends stay."""
    keep = {0, len(points) - 1}
    todo = [(0, len(points) - 1)]
    while todo:
        a, b = todo.pop()
        (ax, ay), (bx, by) = points[a], points[b]
        dx, dy = bx - ax, by - ay
        length = (dx * dx + dy * dy) ** 0.5
        far, at = 0, None
        for i in range(a + 1, b):
            px, py = points[i][0] - ax, points[i][1] - ay
            d = abs(dx * py - dy * px) / length if length else (px * px + py * py) ** 0.5
            if d > far:
                far, at = d, i
        if at is not None and far > tolerance:
            keep.add(at)
            todo += [(a, at), (at, b)]
    return [points[i] for i in sorted(keep)]


def area(ring):
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1])) / 2


def middle(ring):
    """Half way across where it is widest, near half its height: a crescent's middle lies in it."""
    low, high = min(y for _, y in ring), max(y for _, y in ring)
    best = (0, 0, 0)
    for part in (0.5, 0.45, 0.55, 0.4, 0.6):
        y = low + (high - low) * part
        across = sorted(
            x1 + (y - y1) * (x2 - x1) / (y2 - y1)
            for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1])
            if (y1 > y) != (y2 > y)
        )
        for west, east in zip(across[::2], across[1::2]):
            # The first one that is as wide as others is taken: nearer to half the height.
            best = max(best, (round(east - west, 1), (west + east) / 2, y), key=lambda b: b[0])
    return best[1], best[2]


def main(path):
    topology = json.load(open(path))
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * kx + tx, y * ky + ty))
        arcs.append(simplified(points, FINE if inside(points) else COARSE))
    letters = {c["numeric"]: c["alpha_2"] for c in json.load(open(ISO))["3166-1"]}
    print("# Natural Earth 1:50m (public domain), simplified by assets/map/make-land.py")
    for g in sorted(topology["objects"]["countries"]["geometries"], key=lambda g: letters.get(g.get("id"), "")):
        polygons = g["arcs"] if g["type"] == "MultiPolygon" else [g["arcs"]]
        rings = []
        for polygon in polygons:
            for parts in polygon:
                ring = []
                for part in parts:
                    points = arcs[part] if part >= 0 else arcs[~part][::-1]
                    ring += points[1:] if ring else points
                rings.append(ring[:-1] if ring[0] == ring[-1] else ring)
        largest = max(rings, key=lambda r: abs(area(r)))
        rings = [r for r in rings if len(r) > 2 and abs(area(r)) >= (LEAST_FINE if inside(r) else LEAST_COARSE)] or [largest]
        if g.get("id") == "010" or len(largest) < 3:
            continue
        said = []
        for ring in rings:
            numbers, px, py = [], 0, 0
            for x, y in ring:
                qx, qy = round(x * 100), round(y * 100)
                numbers += [str(qx - px), str(qy - py)]
                px, py = qx, qy
            said.append(" ".join(numbers))
        mx, my = middle(largest)
        print(f"{letters.get(g.get('id'), '-')};{round(mx * 100)} {round(my * 100)};" + ";".join(said))


main(sys.argv[1])
