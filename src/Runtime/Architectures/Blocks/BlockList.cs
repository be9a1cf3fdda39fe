using System;
using System.Collections;
using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>The kinds of blocks of a shape, equal by value, so that shapes are.</summary>
internal sealed class BlockList : IReadOnlyList<BlockShape>, IEquatable<BlockList>
{
    private readonly BlockShape[] _blocks;

    public BlockList(IEnumerable<BlockShape> blocks) => _blocks = new List<BlockShape>(blocks).ToArray();

    public int Count => _blocks.Length;

    public BlockShape this[int index] => _blocks[index];

    public IEnumerator<BlockShape> GetEnumerator() => ((IEnumerable<BlockShape>)_blocks).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(BlockList? other)
    {
        if (other is null || other.Count != Count) return false;
        for (int i = 0; i < Count; i++)
        {
            if (!_blocks[i].Equals(other[i])) return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as BlockList);

    public override int GetHashCode()
    {
        int hash = Count;
        foreach (BlockShape block in _blocks) hash = unchecked((hash * 31) + block.GetHashCode());
        return hash;
    }
}
