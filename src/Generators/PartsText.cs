using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Generators;

/// <summary>
/// A generated file as the parts that it is made of. Most parts are the same for all configs, so that a joined text
/// would copy them for each; the compiler reads any text piece by piece.
/// </summary>
internal sealed class PartsText : SourceText
{
    private readonly EquatableArray<EmittedText> _texts;
    private Place[]? _places;

    /// <summary>Of texts that follow each other.</summary>
    public PartsText(EquatableArray<EmittedText> texts)
    {
        _texts = texts;
        for (int i = 0; i < texts.Count; i++) Length += texts[i].Length;
    }

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override int Length { get; }

    /// <inheritdoc/>
    public override char this[int position]
    {
        get
        {
            if (position < 0 || position >= Length) throw new ArgumentOutOfRangeException(nameof(position));
            var place = Places[IndexOf(position)];
            return place.Text[place.From + position - place.Start];
        }
    }

    private Place[] Places => Volatile.Read(ref _places) ?? (_places = Found());

    /// <inheritdoc/>
    public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)
    {
        if (sourceIndex < 0 || count < 0 || count > Length - sourceIndex) throw new ArgumentOutOfRangeException(nameof(sourceIndex));
        if (count == 0) return;
        for (int i = IndexOf(sourceIndex); count > 0; i++)
        {
            var place = Places[i];
            int some = Math.Min(count, place.Start + place.Length - sourceIndex);
            place.Text.CopyTo(place.From + sourceIndex - place.Start, destination, destinationIndex, some);
            (sourceIndex, destinationIndex, count) = (sourceIndex + some, destinationIndex + some, count - some);
        }
    }

    // The last part that does not start behind the position.
    private int IndexOf(int position)
    {
        int low = 0, high = Places.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (Places[middle].Start <= position) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    private Place[] Found()
    {
        var places = new List<Place>();
        int start = 0;
        foreach (var text in _texts)
        {
            foreach (var (part, from, length) in text.Parts())
            {
                places.Add(new Place(part, from, length, start));
                start += length;
            }
        }

        return places.ToArray();
    }

    // Some characters of a string, and where they are in the file.
    private readonly struct Place
    {
        public Place(string text, int from, int length, int start) => (Text, From, Length, Start) = (text, from, length, start);

        public string Text { get; }

        public int From { get; }

        public int Length { get; }

        public int Start { get; }
    }
}
