#include "core/guide/wording.h"

#include <QtCore/QHash>

using namespace Qt::StringLiterals;

namespace faultline::guide {

namespace {

using Words = QHash<QString, base::LocalizedText>;

/// %1 is the resource behind the colon ("forbidden:nodes").
const Words &reasonWords()
{
    static const Words words{
        {u"notTried"_s, {u"the connection was not tried"_s, u"尚未测试连接"_s}},
        {u"trialNotAllowed"_s, {u"no right to try the connection (%1)"_s, u"没有测试连接的权限（%1）"_s}},
        {u"trialNotPossible"_s, {u"the connection could not be tried"_s, u"无法测试连接"_s}},
        {u"onlyPerson"_s, {u"no API holds this: only a person can tell"_s, u"API 中没有这个信息，只有人能回答"_s}},
        {u"noStatus"_s, {u"the input holds no status (a plain manifest)"_s, u"输入中没有 status（只是清单文件）"_s}},
        {u"tooEarly"_s, {u"too early to judge"_s, u"为时尚早，无法判断"_s}},
        {u"noObject"_s, {u"there is no such object to look at"_s, u"没有可查看的对象"_s}},
        {u"noMessage"_s, {u"the cluster gave no message to read"_s, u"集群没有给出可读的消息"_s}},
        {u"ambiguous"_s, {u"the cluster's words fit more than one cause"_s, u"集群给出的信息对应多种原因"_s}},
        {u"logNotFetched"_s, {u"the log was not fetched"_s, u"未获取日志"_s}},
        {u"logUnavailable"_s, {u"the log could not be had"_s, u"无法获取日志"_s}},
        {u"objectNotFetched"_s, {u"the object was not read again"_s, u"未重新读取该对象"_s}},
        {u"objectUnavailable"_s, {u"the whole object could not be had"_s, u"无法获取完整对象"_s}},
        {u"tooMuchWork"_s, {u"too much to look at for this path or pattern"_s, u"该路径或模式需要检查的内容过多"_s}},
        {u"oneNamespace"_s, {u"needs a look at every namespace"_s, u"需要查看所有命名空间"_s}},
        {u"forbidden"_s, {u"no right to list %1"_s, u"没有列出 %1 的权限"_s}},
        {u"notServed"_s, {u"this server does not serve %1"_s, u"该服务器不提供 %1"_s}},
        {u"notInInput"_s, {u"not in this input: %1"_s, u"输入中没有 %1"_s}},
        {u"notAsked"_s, {u"not asked for: %1"_s, u"未读取 %1"_s}},
        {u"failed"_s, {u"reading %1 failed"_s, u"读取 %1 失败"_s}},
    };
    return words;
}

} // namespace

QString reasonText(const QString &reason, base::Language language)
{
    const QString code = reason.section(u':', 0, 0);
    const auto it = reasonWords().constFind(code);
    if (it == reasonWords().constEnd())
        return reason;
    const QString text = it->in(language);
    return text.contains(u"%1"_s) ? text.arg(reason.section(u':', 1)) : text;
}

} // namespace faultline::guide
