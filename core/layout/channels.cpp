#include "core/layout/channels.h"

#include <algorithm>

namespace faultline::layout {

namespace {

constexpr qreal kTrackGap = 10;

} // namespace

void Channels::wantCell(int cell, qreal size)
{
    qreal &own = m_cells[static_cast<size_t>(cell)].size;
    own = std::max(own, size);
}

void Channels::wantLane(int channel, int side, qreal size)
{
    qreal &own = m_channels[static_cast<size_t>(channel)].lane[side];
    own = std::max(own, size);
}

void Channels::wantTrack(int channel, int track)
{
    int &tracks = m_channels[static_cast<size_t>(channel)].tracks;
    tracks = std::max(tracks, track + 1);
}

void Channels::wantExtra(int channel, qreal size) { m_channels[static_cast<size_t>(channel)].extra = size; }

qreal Channels::widthOf(const Channel &channel, bool isOuter) const
{
    const qreal lanes = channel.lane[0] + channel.lane[1];
    const qreal tracks = channel.tracks > 0 ? (channel.tracks - 1) * kTrackGap + 2 * m_air : 0;
    if (isOuter) {
        return lanes + tracks;
    }
    return std::max(m_gap, lanes + std::max(tracks, lanes > 0 ? m_air : 0)) + channel.extra;
}

void Channels::settle()
{
    for (size_t channel = 0; channel < m_channels.size(); ++channel) {
        Channel &own = m_channels[channel];
        const bool isOuter = channel == 0 || channel == m_cells.size();
        const qreal width = widthOf(own, isOuter);
        const qreal free = width - own.lane[0] - own.lane[1];
        own.firstTrack = m_length + own.lane[0] + (free - std::max(0, own.tracks - 1) * kTrackGap) / 2;
        m_length += width;
        if (channel < m_cells.size()) {
            m_cells[channel].start = m_length;
            m_length += m_cells[channel].size;
        }
    }
}

qreal Channels::position(const Run &run) const
{
    if (run.onChannel()) {
        return m_channels[static_cast<size_t>(run.line / 2)].firstTrack + run.track * kTrackGap;
    }
    return centre(run.line / 2) + run.track * run.step;
}

} // namespace faultline::layout
