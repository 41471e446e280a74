#pragma once

#include "core/layout/grid.h"

namespace faultline::layout {

/// Sizes and pixel positions along one axis: cells, and the channels between them with their label lanes and tracks.
class Channels
{
public:
    /// `air`: see Options.
    Channels(int cells, qreal gap, qreal air)
        : m_gap(gap), m_air(air), m_cells(static_cast<size_t>(cells)), m_channels(m_cells.size() + 1)
    {
    }

    void wantCell(int cell, qreal size);
    void wantLane(int channel, int side, qreal size); ///< side 0: behind the cell before, 1: before the cell after
    void wantTrack(int channel, int track);
    void wantExtra(int channel, qreal size);
    void settle(); ///< call once, after all wishes

    qreal start(int cell) const { return m_cells[static_cast<size_t>(cell)].start; }
    qreal size(int cell) const { return m_cells[static_cast<size_t>(cell)].size; }
    qreal end(int cell) const { return start(cell) + size(cell); }
    qreal centre(int cell) const { return start(cell) + size(cell) / 2; }
    qreal gap() const { return m_gap; }
    qreal lane(int channel, int side) const { return m_channels[static_cast<size_t>(channel)].lane[side]; }
    qreal length() const { return m_length; }
    qreal position(const Run &run) const; ///< of a run that lies on this axis' lines

private:
    struct CellSpan {
        qreal start = 0;
        qreal size = 0;
    };
    struct Channel {
        qreal lane[2] = {0, 0};
        qreal extra = 0;
        int tracks = 0;
        qreal firstTrack = 0;
    };
    qreal widthOf(const Channel &channel, bool isOuter) const;

    qreal m_gap;
    qreal m_air;
    qreal m_length = 0;
    std::vector<CellSpan> m_cells;
    std::vector<Channel> m_channels;
};

} // namespace faultline::layout
