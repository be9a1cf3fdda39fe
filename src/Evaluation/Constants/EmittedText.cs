using System;
using System.Runtime.CompilerServices;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Evaluation;

/// <summary>A text in parts, which are joined at the end: each is copied once. Texts compare by their parts.</summary>
internal sealed class EmittedText : IEquatable<EmittedText>
{
    private const int Rest = 16;

    private string[] _parts;
    private int _count;

    /// <summary>Begins an empty text.</summary>
    /// <param name="usualParts">For how many parts there is place at first.</param>
    public EmittedText(int usualParts) => _parts = new string[usualParts];

    /// <summary>The same text, for what goes into a comment.</summary>
    public CommentText Comment => new(this);

    /// <summary>Takes the next part as it is.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void Add(string part)
    {
        if (_count == _parts.Length) Array.Resize(ref _parts, 2 * _count);
        _parts[_count++] = part;
    }

    /// <summary>Takes all parts of another text.</summary>
    public void Add(EmittedText other)
    {
        if (_count + other._count > _parts.Length) Array.Resize(ref _parts, _count + other._count + Rest);
        Array.Copy(other._parts, 0, _parts, _count, other._count);
        _count += other._count;
    }

    /// <summary>The whole text.</summary>
    public override string ToString() => string.Concat(_parts);

    /// <inheritdoc/>
    public bool Equals(EmittedText? other)
    {
        if (other is null || other._count != _count) return false;
        for (int i = 0; i < _count; i++)
        {
            if (_parts[i] != other._parts[i]) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EmittedText);

    /// <inheritdoc/>
    public override int GetHashCode() => _count;
}

/// <summary>A text that goes into a documentation comment.</summary>
internal readonly struct CommentText
{
    private readonly EmittedText _text;

    /// <summary>Writes into a text.</summary>
    public CommentText(EmittedText text) => _text = text;

    /// <summary>Takes the next part, without what would end the comment or its element: a line end, an angle
    /// bracket.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public CommentText Add(string part)
    {
        if (part.Length == 0) return this;
        int from = 0;
        for (int i = 0; i < part.Length; i++)
        {
            char c = part[i];
            if (c is >= '?' and < (char)127 or (>= ' ' and < '<' and not '&')) continue;
            string? escaped = c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' => " ",
                _ => null,
            };
            if (escaped is null) continue;
            _text.Add(part.Substring(from, i - from));
            _text.Add(escaped);
            from = i + 1;
        }

        _text.Add(from == 0 ? part : part.Substring(from));
        return this;
    }
}
