#include "core/layout/grid.h"

#include <algorithm>
#include <cmath>

namespace faultline::layout {

namespace {

constexpr int kSweeps = 6;

size_t at(int index) { return static_cast<size_t>(index); }

// The nearest increasing whole numbers to the wishes: pool adjacent violators on wish - index.
std::vector<int> increasing(const std::vector<double> &wishes)
{
    struct Block {
        double sum = 0;
        int size = 0;
        double mean() const { return sum / size; }
    };
    std::vector<Block> blocks;
    for (size_t index = 0; index < wishes.size(); ++index) {
        blocks.push_back({wishes[index] - static_cast<double>(index), 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() >= blocks.back().mean()) {
            blocks[blocks.size() - 2].sum += blocks.back().sum;
            blocks[blocks.size() - 2].size += blocks.back().size;
            blocks.pop_back();
        }
    }
    std::vector<int> result;
    for (const Block &block : blocks) {
        for (int i = 0; i < block.size; ++i) {
            result.push_back(static_cast<int>(std::lround(std::floor(block.mean() + 0.5))) +
                             static_cast<int>(result.size()));
        }
    }
    return result;
}

class Slots
{
public:
    explicit Slots(const Layered &graph) : m_graph(graph), m_slot(graph.real.size(), 0), m_near(graph.real.size())
    {
        for (const auto &[low, high] : graph.direct) {
            m_near[at(low)].push_back(high);
            m_near[at(high)].push_back(low);
        }
        for (const auto &layer : graph.layers) {
            prepare(layer);
        }
    }

    std::vector<int> run()
    {
        for (int sweep = 0; sweep < kSweeps; ++sweep) {
            const bool forward = sweep % 2 == 0;
            for (size_t step = 0; step < m_free.size(); ++step) {
                fit(m_free[forward ? step : m_free.size() - 1 - step], forward);
            }
        }
        const int least = *std::min_element(m_slot.begin(), m_slot.end());
        for (int &slot : m_slot) {
            slot -= least;
        }
        return m_slot;
    }

private:
    void prepare(const std::vector<int> &layer)
    {
        int spine = 0;
        std::vector<int> others;
        for (const int vertex : layer) {
            if (m_graph.spine[at(vertex)]) {
                m_slot[at(vertex)] = spine++;
            } else if (m_graph.real[at(vertex)] >= 0) {
                others.push_back(vertex);
            }
        }
        m_reserved = std::max(m_reserved, spine);
        for (size_t place = 0; place < others.size(); ++place) {
            m_slot[at(others[place])] = m_reserved + static_cast<int>(place);
        }
        m_free.push_back(std::move(others));
    }

    double wish(int vertex, bool forward) const
    {
        std::vector<int> slots;
        for (const int near : m_near[at(vertex)]) {
            if ((m_graph.layerOf[at(near)] < m_graph.layerOf[at(vertex)]) == forward) {
                slots.push_back(m_slot[at(near)]);
            }
        }
        if (slots.empty()) {
            return m_slot[at(vertex)];
        }
        std::sort(slots.begin(), slots.end());
        return (slots[(slots.size() - 1) / 2] + slots[slots.size() / 2]) / 2.0;
    }

    // With a spine, its slots are its own in every layer, so that it runs straight.
    void fit(const std::vector<int> &layer, bool forward)
    {
        std::vector<double> wishes;
        wishes.reserve(layer.size());
        for (size_t place = 0; place < layer.size(); ++place) {
            const double wished = wish(layer[place], forward);
            wishes.push_back(m_reserved > 0 ? std::max(wished, static_cast<double>(m_reserved) + double(place))
                                            : wished);
        }
        const std::vector<int> fitted = increasing(wishes);
        for (size_t place = 0; place < layer.size(); ++place) {
            m_slot[at(layer[place])] = fitted[place];
        }
    }

    const Layered &m_graph;
    std::vector<int> m_slot;
    std::vector<std::vector<int>> m_near;
    std::vector<std::vector<int>> m_free;
    int m_reserved = 0;
};

} // namespace

std::vector<int> slotsOf(const Layered &graph) { return graph.real.empty() ? std::vector<int>() : Slots(graph).run(); }

} // namespace faultline::layout
