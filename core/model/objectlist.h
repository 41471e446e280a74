#pragma once

#include <compare>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace faultline::model {

/// Objects of one kind, each shared by all the lists that hold it: a picture of a cluster that differs from the last in
/// one Pod costs one Pod. An object keeps its address for as long as any list holds it, and does not change.
template <typename T> class ObjectList;

/// Goes through shared objects as if they stood in a row.
template <typename T> class ObjectIterator
{
public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T *;
    using reference = const T &;
    using Shared = std::shared_ptr<const T>;

    ObjectIterator() = default;
    explicit ObjectIterator(const Shared *at) : m_at(at) {}

    reference operator*() const { return **m_at; }
    pointer operator->() const { return m_at->get(); }
    reference operator[](difference_type by) const { return *m_at[by]; }
    const Shared *shared() const { return m_at; }

    ObjectIterator &operator++() { return *this += 1; }
    ObjectIterator &operator--() { return *this -= 1; }
    ObjectIterator operator++(int) { return std::exchange(*this, *this + 1); }
    ObjectIterator operator--(int) { return std::exchange(*this, *this - 1); }
    ObjectIterator &operator+=(difference_type by)
    {
        m_at += by;
        return *this;
    }
    ObjectIterator &operator-=(difference_type by)
    {
        m_at -= by;
        return *this;
    }
    friend ObjectIterator operator+(ObjectIterator it, difference_type by) { return it += by; }
    friend ObjectIterator operator+(difference_type by, ObjectIterator it) { return it += by; }
    friend ObjectIterator operator-(ObjectIterator it, difference_type by) { return it -= by; }
    friend difference_type operator-(ObjectIterator left, ObjectIterator right) { return left.m_at - right.m_at; }
    auto operator<=>(const ObjectIterator &) const = default;

private:
    const Shared *m_at = nullptr;
};

/// A stretch of an ObjectList, which must outlive it.
template <typename T> class ObjectSpan
{
public:
    using value_type = T;

    ObjectSpan() = default;
    ObjectSpan(ObjectIterator<T> first, ObjectIterator<T> last) : m_first(first), m_last(last) {}
    ObjectSpan(const ObjectList<T> &list) : m_first(list.begin()), m_last(list.end()) {} // as std::span: not explicit

    ObjectIterator<T> begin() const { return m_first; }
    ObjectIterator<T> end() const { return m_last; }
    size_t size() const { return static_cast<size_t>(m_last - m_first); }
    bool empty() const { return m_first == m_last; }
    const T &front() const { return *m_first; }
    const T &operator[](size_t index) const { return m_first[static_cast<std::ptrdiff_t>(index)]; }

private:
    ObjectIterator<T> m_first;
    ObjectIterator<T> m_last;
};

template <typename T> class ObjectList
{
public:
    using value_type = T;
    using Shared = std::shared_ptr<const T>;
    using const_iterator = ObjectIterator<T>;
    using iterator = const_iterator;

    ObjectList() = default;
    ObjectList(std::initializer_list<T> objects)
    {
        for (const T &object : objects) {
            add(object);
        }
    }

    const_iterator begin() const { return const_iterator(m_objects.data()); }
    const_iterator end() const { return begin() + static_cast<std::ptrdiff_t>(m_objects.size()); }
    size_t size() const { return m_objects.size(); }
    bool empty() const { return m_objects.empty(); }
    const T &front() const { return *m_objects.front(); }
    const T &back() const { return *m_objects.back(); }
    const T &at(size_t index) const { return *m_objects.at(index); }
    const T &operator[](size_t index) const { return *m_objects[index]; }

    /// The new object, for the last touches of whoever made it: only until another list shares it.
    T &add(T object)
    {
        auto made = std::make_shared<T>(std::move(object));
        T &there = *made;
        m_objects.push_back(std::move(made));
        return there;
    }
    void push_back(T object) { add(std::move(object)); }

    /// An object that may be changed: of one that others share a copy takes its place.
    T &edit(size_t index)
    {
        Shared &object = m_objects[index];
        if (object.use_count() > 1) {
            object = std::make_shared<T>(*object);
        }
        return const_cast<T &>(*object); // made by this class, and never as a const object
    }

    /// The objects as they are shared, to be ordered, copied and left out.
    std::vector<Shared> &shared() { return m_objects; }
    const std::vector<Shared> &shared() const { return m_objects; }

    void clear() { m_objects.clear(); }

private:
    std::vector<Shared> m_objects;
};

/// As std::erase_if() of a vector.
template <typename T, typename Condition> void erase_if(ObjectList<T> &list, Condition condition)
{
    std::erase_if(list.shared(), [&](const auto &object) { return condition(*object); });
}

} // namespace faultline::model
