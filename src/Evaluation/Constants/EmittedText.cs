using System;
using System.Runtime.CompilerServices;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Evaluation;

/// <summary>A text in parts, most of which are the same for all configs. Texts compare by their parts.</summary>
internal sealed class EmittedText : IEquatable<EmittedText>
{
    private string[] _parts;

    /// <summary>Begins an empty text.</summary>
    /// <param name="usualParts">For how many parts there is place at first.</param>
    public EmittedText(int usualParts) => _parts = new string[usualParts];

    /// <summary>How many parts it has.</summary>
    public int Count { get; private set; }

    /// <summary>How many characters it has.</summary>
    public int Length { get; private set; }

    /// <summary>One of its parts.</summary>
    public string this[int index] => _parts[index];

    /// <summary>The same text, for what goes into a comment.</summary>
    public CommentText Comment => new(this);

    /// <summary>Takes the next part as it is.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void Add(string part)
    {
        if (Count == _parts.Length) Array.Resize(ref _parts, 2 * Count);
        _parts[Count++] = part;
        Length += part.Length;
    }

    /// <inheritdoc/>
    public bool Equals(EmittedText? other)
    {
        if (other is null || other.Count != Count || other.Length != Length) return false;
        for (int i = 0; i < Count; i++)
        {
            if (_parts[i] != other._parts[i]) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EmittedText);

    /// <inheritdoc/>
    public override int GetHashCode() => Length;
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
