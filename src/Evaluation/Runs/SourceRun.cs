using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Where a value of a config is written, and how to edit it.</summary>
internal sealed class ValuePlace
{
    public ValuePlace(SyntaxNode? at, Value? value, double scale)
    {
        At = at;
        Value = value;
        Literal = value?.Literal?.Times(scale);
        Followed = Literal;
        UnknownAt = (value as UnknownValue)?.At;
    }

    private ValuePlace(ValuePlace other)
    {
        At = other.At;
        Value = other.Value;
        UnknownAt = other.UnknownAt;
        InFile = other.InFile;
        Followed = other.Followed;
        NameAt = other.NameAt;
    }

    /// <summary>The expression of the value; null where there is none.</summary>
    public SyntaxNode? At { get; }

    /// <summary>The interpreter's result.</summary>
    public Value? Value { get; }

    /// <summary>The literal to edit, with the scale of the member in its factor.</summary>
    public EditableLiteral? Literal { get; private init; }

    /// <summary>The literal that the value follows from, also where it belongs to another run.</summary>
    public EditableLiteral? Followed { get; }

    /// <summary>The expression that stopped the reading.</summary>
    public SyntaxNode? UnknownAt { get; }

    /// <summary>The name of a member that has no value here; null elsewhere.</summary>
    public Location? NameAt { get; init; }

    /// <summary>Where the value is in a file that is not C#; null in C#, and for what a project file
    /// declares.</summary>
    public Location? InFile { get; init; }

    /// <summary>The same place without a literal: it belongs to other runs, too.</summary>
    public ValuePlace WithoutLiteral() => new(this);

    public static ValuePlace OfFile(Location location, bool isEditable, double scale = 1) => new(null, null, 1)
    {
        InFile = location,
        Literal = isEditable ? new EditableLiteral(location).Times(scale) : null,
    };
}

/// <summary>The places of the values of one run, by the number in each value.</summary>
internal sealed class PlaceTable
{
    private readonly List<ValuePlace> _places = new();

    public IReadOnlyList<ValuePlace> All => _places;

    public int Add(ValuePlace place)
    {
        _places.Add(place);
        return _places.Count - 1;
    }

    /// <summary>The place of a value; null where its reader records none.</summary>
    public ValuePlace? Find(int source) => source >= 0 && source < _places.Count ? _places[source] : null;

    /// <summary>
    /// Removes the literals of another declaration: a type's default and the operand of a `with` belong to other runs
    /// too, and a fix of this one must not change them.
    /// </summary>
    public void DisownLiterals(SyntaxNode run)
    {
        for (int i = 0; i < _places.Count; i++)
        {
            if (_places[i].Literal is not { InFile: null, IsShared: false } literal) continue;
            if (literal.Token.SyntaxTree == run.SyntaxTree && run.Span.Contains(literal.Token.Span)) continue;
            _places[i] = _places[i].WithoutLiteral();
        }
    }
}

/// <summary>A run as a source declares it: the checked run, and where each of its values is written.</summary>
internal sealed class SourceRun
{
    public SourceRun(ConfigRun run, PlaceTable places)
    {
        Run = run;
        Places = places;
    }

    public ConfigRun Run { get; }

    public PlaceTable Places { get; }

    /// <summary>
    /// The type of `Model = typeof(X)`, where it is not a model config and none of its members describes a model.
    /// </summary>
    public string? SilentModel { get; init; }

    /// <summary>Finds the members that are almost read, which only a report needs.</summary>
    public Func<IReadOnlyList<AlmostReadMember>> AlmostRead { get; init; } = () => [];

    /// <summary>The literals that the run's values follow from, also those that belong to another run.</summary>
    public IEnumerable<EditableLiteral> Followed => Places.All.Select(place => place.Followed).OfType<EditableLiteral>();
}
