using System;
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

    /// <summary>Of texts that are not changed any more.</summary>
    public PartsText(EquatableArray<EmittedText> texts)
    {
        _texts = texts;
        foreach (var text in texts) Length += text.Length;
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
            return place.Part[position - place.Start];
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
            var (part, start) = (Places[i].Part, Places[i].Start);
            int some = Math.Min(count, start + part.Length - sourceIndex);
            part.CopyTo(sourceIndex - start, destination, destinationIndex, some);
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
        int count = 0;
        foreach (var text in _texts) count += text.Count;
        var places = new Place[count];
        int i = 0, start = 0;
        foreach (var text in _texts)
        {
            for (int k = 0; k < text.Count; k++)
            {
                places[i++] = new Place(text[k], start);
                start += text[k].Length;
            }
        }

        return places;
    }

    private readonly struct Place
    {
        public Place(string part, int start) => (Part, Start) = (part, start);

        public string Part { get; }

        public int Start { get; }
    }
}
