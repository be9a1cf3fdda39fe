using System;
using System.Runtime.CompilerServices;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Writes texts, one after the other.</summary>
internal sealed class TextBuilder
{
    private readonly RecentParts _recent = new();
    private string?[] _parts = new string?[512];
    private char[] _own = new char[4096];
    private int[] _ends = new int[128];
    private int _count, _length, _pieces, _shared;

    /// <summary>The same text, for what goes into a comment.</summary>
    public CommentText Comment => new(this);

    /// <summary>Begins a text, whatever was written before.</summary>
    public void Begin() => _count = _length = _pieces = _shared = 0;

    /// <summary>The text since the beginning.</summary>
    public EmittedText Written()
    {
        int[] ends = new int[_pieces];
        Array.Copy(_ends, ends, _pieces);
        return new EmittedText(_recent.Of(_parts, _count), new string(_own, 0, _length), ends, _shared + _length);
    }

    /// <summary>Adds a part that other configs have too.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void Add(string part)
    {
        if (part.Length == 0) return;
        if (_count == _parts.Length) Array.Resize(ref _parts, 2 * _count);
        _parts[_count++] = part;
        _shared += part.Length;
    }

    /// <summary>Adds what this config alone has.</summary>
    public void AddOwn(string text) => AddOwn(text, 0, text.Length);

    /// <summary>Adds a piece of it.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void AddOwn(string text, int from, int length)
    {
        if (length == 0) return;
        while (_own.Length - _length < length) Array.Resize(ref _own, 2 * _own.Length);
        text.CopyTo(from, _own, _length, length);
        _length += length;
        if (_count > 0 && _parts[_count - 1] is null) _pieces--;
        else AddPlace();
        if (_pieces == _ends.Length) Array.Resize(ref _ends, 2 * _pieces);
        _ends[_pieces++] = _length;
    }

    private void AddPlace()
    {
        if (_count == _parts.Length) Array.Resize(ref _parts, 2 * _count);
        _parts[_count++] = null;
    }
}
