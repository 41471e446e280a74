#include "ui/common/diagramkeys.h"

using namespace Qt::StringLiterals;

namespace faultline::ui {

const std::vector<DiagramKey> &diagramKeys()
{
    static const std::vector<DiagramKey> keys{
        {u"← / → / ↑ / ↓"_s,
         {u"Go to the next box, along an edge where there is one"_s, u"移到相邻方框，优先沿连线"_s}},
        {u"Tab / Shift+Tab"_s, {u"Go along the path, then leave the diagram"_s, u"沿路径移动，到头后离开图"_s}},
        {u"Home / End"_s, {u"Go to the first or last box of the path"_s, u"移到路径的第一个或最后一个方框"_s}},
        {u"E / Shift+E"_s, {u"Step through the edges of the box"_s, u"逐条查看方框的连线"_s}},
        {u"Enter / Space"_s, {u"Open what the box or the edge stands for"_s, u"打开方框或连线所指的内容"_s}},
        {u"Ctrl+F / /"_s, {u"Search in the diagram"_s, u"在图中搜索"_s}},
        {u"Enter / Shift+Enter"_s, {u"While searching: next or previous match"_s, u"搜索时：下一个或上一个匹配项"_s}},
        {u"Ctrl++ / Ctrl+-"_s, {u"Zoom in, zoom out"_s, u"放大、缩小"_s}},
        {u"Ctrl+0 / Ctrl+1"_s, {u"Show everything, back to 100 %"_s, u"显示全部、回到 100 %"_s}},
        {u"Esc"_s, {u"End the search"_s, u"结束搜索"_s}},
    };
    return keys;
}

} // namespace faultline::ui
