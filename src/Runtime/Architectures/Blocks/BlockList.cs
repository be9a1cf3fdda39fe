using System;
using System.Collections;
using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>The kinds of blocks of a shape, equal by value, so that shapes are.</summary>
internal sealed class BlockList : IReadOnlyList<BlockShape>, IEquatable<BlockList>
{
    private readonly BlockShape[] blocks;

    public BlockList(IEnumerable<BlockShape> blocks) => this.blocks = new List<BlockShape>(blocks).ToArray();

    public int Count => blocks.Length;

    public BlockShape this[int index] => blocks[index];

    public IEnumerator<BlockShape> GetEnumerator() => ((IEnumerable<BlockShape>)blocks).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(BlockList? other)
    {
        if (other is null || other.Count != Count) return false;
        for (int i = 0; i < Count; i++)
        {
            if (!blocks[i].Equals(other[i])) return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as BlockList);

    public override int GetHashCode()
    {
        int hash = Count;
        foreach (BlockShape block in blocks) hash = unchecked((hash * 31) + block.GetHashCode());
        return hash;
    }
}
