#include "core/base/remedy.h"

using namespace Qt::StringLiterals;

namespace faultline::base {

namespace {

/// What a connection needs on its way to the server, and who the server takes the person for.
LocalizedText connecting(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Tls:
        return {
            u"The TLS connection was not accepted. Look at the server's address and the certificate authority in the "
            "kubeconfig, and whether the server's name is the one in its certificate."_s,
            u"TLS 连接未被接受。请检查 kubeconfig 中的服务器地址和证书颁发机构（CA），以及服务器名称是否与证书一致。"_s};
    case Error::Kind::Proxy:
        return {u"The proxy stood in the way. Look at proxy-url in the kubeconfig and at HTTPS_PROXY."_s,
                u"被代理挡住了。请检查 kubeconfig 中的 proxy-url 以及 HTTPS_PROXY。"_s};
    case Error::Kind::Unauthorized:
        return {u"The credentials were not accepted; they may have run out. Log in again with your cluster's own tool, "
                "then try again."_s,
                u"凭据未被接受，可能已过期。请用集群自带的工具重新登录，然后重试。"_s};
    case Error::Kind::Forbidden:
        return {u"You are logged in, but may not read this. Choose a namespace that you may read (-n), or have a Role "
                "bound to your user."_s,
                u"你已登录，但无权读取。请选择有权读取的命名空间（-n），或请管理员为你的用户绑定 Role。"_s};
    default:
        return {u"The server did not answer. Look whether its address is right and the network, a VPN or a proxy lets "
                "you through; then try again."_s,
                u"服务器没有响应。请确认地址是否正确，以及网络、VPN 或代理是否放行，然后重试。"_s};
    }
}

/// What the server said.
LocalizedText answered(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::NotFound:
        return {
            u"Something answers at this address, but not with what a Kubernetes API has there. Look at the server's "
            "address in the kubeconfig, its path too."_s,
            u"该地址有响应，但不是 Kubernetes API 应有的内容。请检查 kubeconfig 中的服务器地址及其路径。"_s};
    case Error::Kind::Conflict:
        return {u"What was being read changed on the server meanwhile. Try again."_s,
                u"读取期间服务器上的数据发生了变化。请重试。"_s};
    case Error::Kind::Throttled:
        return {
            u"The server asks for fewer requests. Wait a minute, then try again; one namespace (-n) asks for less."_s,
            u"服务器要求减少请求。请稍等一分钟再试；只读一个命名空间（-n）请求更少。"_s};
    default:
        return {u"The fault lies on the server's side, not with your access. Try again; if it stays, tell whoever runs "
                "the cluster what it says above."_s,
                u"问题在服务器一侧，与你的权限无关。请重试；如果依旧如此，请把上面的信息告诉集群管理员。"_s};
    }
}

LocalizedText input(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Unsupported:
        return {u"Faultline cannot do this. Save what kubectl prints to a file and open the file."_s,
                u"Faultline 不支持这种方式。请把 kubectl 的输出保存为文件，再打开该文件。"_s};
    case Error::Kind::TooLarge:
        return {u"This is more than Faultline takes in. Choose one namespace."_s,
                u"数据量超出 Faultline 的上限。请只选择一个命名空间。"_s};
    case Error::Kind::File:
        return {u"Look whether the file is there and may be read."_s, u"请确认文件存在并且可读。"_s};
    case Error::Kind::Cancelled:
        return {u"You stopped it. Nothing was changed."_s, u"已被你中止，没有任何改动。"_s};
    case Error::Kind::Malformed:
        return {u"This cannot be read as what it should be. Look at the place that is named."_s,
                u"内容不符合应有的格式。请查看上面指出的位置。"_s};
    default:
        return {u"Try again; if it stays, the words above say where to look."_s,
                u"请重试；如果依旧如此，请按上面的说明查看。"_s};
    }
}

} // namespace

LocalizedText remedy(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Network:
    case Error::Kind::TimedOut:
    case Error::Kind::Tls:
    case Error::Kind::Proxy:
    case Error::Kind::Unauthorized:
    case Error::Kind::Forbidden:
        return connecting(kind);
    case Error::Kind::NotFound:
    case Error::Kind::Conflict:
    case Error::Kind::Throttled:
    case Error::Kind::Server:
        return answered(kind);
    default:
        return input(kind);
    }
}

} // namespace faultline::base
