#include "core/layout/grid.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace faultline::layout {

namespace {

constexpr qreal kWidestStep = 14; // between two edges at one side of a node
constexpr qreal kPortShare = 0.6; // how much of a node's side edges may use

int sign(int value) { return value < 0 ? -1 : value > 0 ? 1 : 0; }

void appendRuns(std::vector<Run> &runs, int edge, const std::vector<Spot> &route)
{
    const size_t first = runs.size();
    for (size_t i = 0; i + 1 < route.size(); ++i) {
        Run run;
        run.edge = edge;
        run.horizontal = route[i].y == route[i + 1].y;
        run.line = run.horizontal ? route[i].y : route[i].x;
        run.from = run.horizontal ? route[i].x : route[i].y;
        run.to = run.horizontal ? route[i + 1].x : route[i + 1].y;
        runs.push_back(run);
    }
    runs[first].startsAtNode = true;
    runs.back().endsAtNode = true;
    for (size_t i = first + 1; i < runs.size(); ++i) {
        runs[i].leadIn = sign(runs[i - 1].from - runs[i].line);
        runs[i - 1].leadOut = sign(runs[i].to - runs[i - 1].line);
    }
}

bool touch(const Run &one, const Run &other)
{
    return one.lowHalf() <= other.highHalf() && other.lowHalf() <= one.highHalf();
}

bool isFree(const std::vector<Run *> &placed, const Run &run, int track)
{
    return std::none_of(placed.begin(), placed.end(),
                        [&](const Run *other) { return other->track == track && touch(*other, run); });
}

// In a channel the runs whose both ends lead to lower lines take the first tracks, shorter ones nearer to the nodes.
void fillChannel(std::vector<Run *> &runs)
{
    const auto key = [](const Run *run) {
        const int side = run->leadIn + run->leadOut;
        const int length = run->high() - run->low();
        return std::tuple(side, side > 0 ? -length : length, run->low(), run->edge);
    };
    std::sort(runs.begin(), runs.end(), [&](const Run *a, const Run *b) { return key(a) < key(b); });
    std::vector<Run *> placed;
    for (Run *run : runs) {
        run->track = 0;
        // After the last one of the tracks that it touches: keeps the nesting.
        for (const Run *other : placed) {
            if (touch(*other, *run)) {
                run->track = std::max(run->track, other->track + 1);
            }
        }
        placed.push_back(run);
    }
}

// 0, then on the side that the run bends to: 1, 2, 3 ... or -1, -2 ...
void offCentre(const std::vector<Run *> &placed, Run &run)
{
    const int bias = run.leadIn + run.leadOut < 0 ? -1 : 1;
    for (int distance = 0;; ++distance) {
        for (const int track : {bias * distance, -bias * distance}) {
            if (isFree(placed, run, track)) {
                run.track = track;
                return;
            }
        }
    }
}

void fillCluster(const std::vector<Run *> &cluster, qreal room)
{
    std::vector<Run *> placed;
    int widest = 1;
    for (Run *run : cluster) {
        offCentre(placed, *run);
        placed.push_back(run);
        widest = std::max(widest, std::abs(run->track));
    }
    for (Run *run : cluster) {
        run->step = std::min(kWidestStep, room / widest);
    }
}

// On a centre line the straight ones keep the middle; each heap of runs that touch is spread on its own.
void fillCentre(std::vector<Run *> &runs, qreal room)
{
    const auto isBent = [](const Run *run) { return run->leadIn != 0 || run->leadOut != 0; };
    std::sort(runs.begin(), runs.end(), [](const Run *a, const Run *b) {
        return std::tuple(a->lowHalf(), a->highHalf(), a->edge) < std::tuple(b->lowHalf(), b->highHalf(), b->edge);
    });
    size_t first = 0;
    while (first < runs.size()) {
        int end = runs[first]->highHalf();
        size_t last = first + 1;
        for (; last < runs.size() && runs[last]->lowHalf() <= end; ++last) {
            end = std::max(end, runs[last]->highHalf());
        }
        std::vector<Run *> cluster(runs.begin() + static_cast<std::ptrdiff_t>(first),
                                   runs.begin() + static_cast<std::ptrdiff_t>(last));
        std::stable_partition(cluster.begin(), cluster.end(), [&](const Run *run) { return !isBent(run); });
        fillCluster(cluster, room);
        first = last;
    }
}

// How far ports may lie off the centre, by line: the smallest node on it decides.
std::map<std::pair<bool, int>, qreal> roomOfLines(const std::vector<NodeIn> &nodes, const Grid &grid)
{
    std::map<std::pair<bool, int>, qreal> room;
    const auto note = [&](bool horizontal, int line, qreal size) {
        const auto [place, isNew] = room.emplace(std::pair(horizontal, line), size / 2 * kPortShare);
        place->second = std::min(place->second, size / 2 * kPortShare);
    };
    for (size_t node = 0; node < nodes.size(); ++node) {
        note(true, 2 * grid.cells[node].row + 1, nodes[node].size.height());
        note(false, 2 * grid.cells[node].column + 1, nodes[node].size.width());
    }
    return room;
}

} // namespace

std::vector<Run> tracksOf(const std::vector<std::vector<Spot>> &routes, const std::vector<NodeIn> &nodes,
                          const Grid &grid)
{
    std::vector<Run> runs;
    for (size_t edge = 0; edge < routes.size(); ++edge) {
        appendRuns(runs, static_cast<int>(edge), routes[edge]);
    }
    std::map<std::pair<bool, int>, std::vector<Run *>> lines;
    for (Run &run : runs) {
        lines[{run.horizontal, run.line}].push_back(&run);
    }
    const auto room = roomOfLines(nodes, grid);
    for (auto &[line, members] : lines) {
        if (line.second % 2 == 0) {
            fillChannel(members);
        } else {
            fillCentre(members, room.at(line));
        }
    }
    return runs;
}

} // namespace faultline::layout
