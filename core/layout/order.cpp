#include "core/layout/grid.h"

#include <algorithm>

namespace faultline::layout {

namespace {

constexpr int kSweeps = 8;

size_t at(int index) { return static_cast<size_t>(index); }

class Ordering
{
public:
    explicit Ordering(Layered &graph) : m_graph(graph), m_position(graph.real.size()) {}

    void run()
    {
        settle();
        auto best = m_graph.layers;
        long fewest = crossings();
        for (int sweep = 0; sweep < kSweeps && fewest > 0; ++sweep) {
            sweepOnce(sweep % 2 == 0);
            transpose();
            settle();
            const long now = crossings();
            if (now < fewest) {
                fewest = now;
                best = m_graph.layers;
            }
        }
        m_graph.layers = std::move(best);
    }

private:
    void number(const std::vector<int> &layer)
    {
        for (size_t place = 0; place < layer.size(); ++place) {
            m_position[at(layer[place])] = static_cast<double>(place);
        }
    }

    // The spine first, then as it is; flat edges point forward.
    void settle()
    {
        for (auto &layer : m_graph.layers) {
            std::stable_partition(layer.begin(), layer.end(), [&](int vertex) { return m_graph.spine[at(vertex)]; });
            number(layer);
        }
        for (size_t round = 0; round < m_graph.flat.size(); ++round) {
            if (!turnFlatEdges()) {
                break;
            }
        }
    }

    bool turnFlatEdges()
    {
        bool moved = false;
        for (const auto &[from, to] : m_graph.flat) {
            if (m_position[at(from)] < m_position[at(to)] || m_graph.spine[at(to)]) {
                continue;
            }
            auto &layer = m_graph.layers[at(m_graph.layerOf[at(from)])];
            layer.erase(std::find(layer.begin(), layer.end(), to));
            layer.insert(std::next(std::find(layer.begin(), layer.end(), from)), to);
            number(layer);
            moved = true;
        }
        return moved;
    }

    double median(const std::vector<int> &neighbours, double otherwise) const
    {
        if (neighbours.empty()) {
            return otherwise;
        }
        std::vector<double> places;
        places.reserve(neighbours.size());
        for (const int vertex : neighbours) {
            places.push_back(m_position[at(vertex)]);
        }
        std::sort(places.begin(), places.end());
        const size_t middle = places.size() / 2;
        return places.size() % 2 == 1 ? places[middle] : (places[middle - 1] + places[middle]) / 2;
    }

    void sweepOnce(bool forward)
    {
        const auto &lists = forward ? m_graph.before : m_graph.after;
        const size_t count = m_graph.layers.size();
        for (size_t step = 0; step < count; ++step) {
            auto &layer = m_graph.layers[forward ? step : count - 1 - step];
            std::vector<std::pair<double, int>> keyed;
            keyed.reserve(layer.size());
            for (const int vertex : layer) {
                keyed.emplace_back(median(lists[at(vertex)], m_position[at(vertex)]), vertex);
            }
            std::stable_sort(keyed.begin(), keyed.end(),
                             [](const auto &one, const auto &other) { return one.first < other.first; });
            std::transform(keyed.begin(), keyed.end(), layer.begin(), [](const auto &pair) { return pair.second; });
            number(layer);
        }
    }

    long crossingsOf(const std::vector<int> &upper, const std::vector<int> &lower) const
    {
        long count = 0;
        for (const int one : upper) {
            for (const int other : lower) {
                count += m_position[at(one)] > m_position[at(other)] ? 1 : 0;
            }
        }
        return count;
    }

    long crossingsOfPair(int first, int second) const
    {
        return crossingsOf(m_graph.before[at(first)], m_graph.before[at(second)]) +
               crossingsOf(m_graph.after[at(first)], m_graph.after[at(second)]);
    }

    void transpose()
    {
        for (auto &layer : m_graph.layers) {
            for (size_t place = 0; place + 1 < layer.size(); ++place) {
                if (crossingsOfPair(layer[place], layer[place + 1]) > crossingsOfPair(layer[place + 1], layer[place])) {
                    std::swap(layer[place], layer[place + 1]);
                    std::swap(m_position[at(layer[place])], m_position[at(layer[place + 1])]);
                }
            }
        }
    }

    // All crossings between each two neighbouring layers, by counting inversions with a Fenwick tree.
    long crossings() const
    {
        long total = 0;
        for (const auto &layer : m_graph.layers) {
            std::vector<size_t> ends;
            for (const int vertex : layer) {
                std::vector<size_t> own;
                for (const int next : m_graph.after[at(vertex)]) {
                    own.push_back(static_cast<size_t>(m_position[at(next)]));
                }
                std::sort(own.begin(), own.end());
                ends.insert(ends.end(), own.begin(), own.end());
            }
            total += inversions(ends);
        }
        return total;
    }

    static long inversions(const std::vector<size_t> &ends)
    {
        if (ends.empty()) {
            return 0;
        }
        std::vector<long> tree(*std::max_element(ends.begin(), ends.end()) + 2, 0);
        long count = 0;
        long seen = 0;
        for (const size_t end : ends) {
            long notAfter = 0;
            for (size_t i = end + 1; i > 0; i &= i - 1) {
                notAfter += tree[i];
            }
            count += seen++ - notAfter;
            for (size_t i = end + 1; i < tree.size(); i += i & (~i + 1)) {
                ++tree[i];
            }
        }
        return count;
    }

    Layered &m_graph;
    std::vector<double> m_position;
};

} // namespace

void orderLayers(Layered &graph) { Ordering(graph).run(); }

} // namespace faultline::layout
