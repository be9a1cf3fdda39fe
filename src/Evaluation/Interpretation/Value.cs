using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>What the interpreter knows of an expression: a scalar, an object, or that it cannot know.</summary>
internal abstract class Value
{
    /// <summary>The number that an editor would change to change this value, where there is exactly one.</summary>
    public EditableLiteral? Literal { get; init; }

    public static UnknownValue Unknown(string reason, SyntaxNode? at = null) => new(reason, at, isFault: false);

    /// <summary>Nothing is written down: an auto-property without initialiser.</summary>
    public static UnknownValue Unset(string reason) => new(reason, null, isFault: false) { IsUnset = true };

    /// <summary>A value that C# would wrap, reject or fail to compute.</summary>
    public static UnknownValue Fault(string reason, SyntaxNode? at) => new(reason, at, isFault: true);
}

/// <summary>Cannot be known at compile time, and why.</summary>
internal sealed class UnknownValue : Value
{
    public UnknownValue(string reason, SyntaxNode? at, bool isFault)
    {
        Reason = reason;
        At = at;
        IsFault = isFault;
    }

    public string Reason { get; }

    /// <summary>The expression that stopped the interpreter.</summary>
    public SyntaxNode? At { get; }

    /// <summary>True where the expression is wrong (overflow, division by zero), not merely beyond us.</summary>
    public bool IsFault { get; }

    /// <summary>True where nothing is written, so that a declaration of lower rank may speak.</summary>
    public bool IsUnset { get; init; }
}

/// <summary>A number, text, truth value or null, boxed in the CLR type that C# gives it.</summary>
internal sealed class ScalarValue : Value
{
    public ScalarValue(object? content, EditableLiteral? literal = null)
    {
        Content = content;
        Literal = literal;
    }

    public object? Content { get; }
}

/// <summary>A type named by typeof.</summary>
internal sealed class TypeValue : Value
{
    public TypeValue(ITypeSymbol type) => Type = type;

    public ITypeSymbol Type { get; }
}

/// <summary>A collection: the number of its elements, and the elements themselves for those who ask.</summary>
internal sealed class CollectionValue : Value
{
    private readonly Func<IEnumerable<Value>> _elements;

    public CollectionValue(long count, Func<IEnumerable<Value>> elements)
    {
        Count = count;
        _elements = elements;
    }

    public long Count { get; }

    /// <summary>The elements; evaluated when they are asked for, since most collections are only counted.</summary>
    public IEnumerable<Value> Elements => _elements();
}

/// <summary>A value in an object, and the expression that wrote it.</summary>
internal readonly struct Written
{
    public Written(Func<Value> value, SyntaxNode? at)
    {
        Value = value;
        At = at;
    }

    public Written(Value value, SyntaxNode? at)
        : this(() => value, at)
    {
    }

    public Func<Value> Value { get; }

    public SyntaxNode? At { get; }
}

/// <summary>An object whose members are known one by one, each when it is asked for.</summary>
internal sealed class ObjectValue : Value
{
    private readonly Dictionary<ISymbol, Written> _members;
    private readonly Dictionary<ISymbol, SyntaxNode?> _assigned = new(SymbolEqualityComparer.Default);

    public ObjectValue(INamedTypeSymbol type)
        : this(type, new Dictionary<ISymbol, Written>(SymbolEqualityComparer.Default))
    {
    }

    private ObjectValue(INamedTypeSymbol type, Dictionary<ISymbol, Written> members)
    {
        Type = type;
        _members = members;
    }

    public INamedTypeSymbol Type { get; }

    /// <summary>Set where code we do not follow may have changed any member.</summary>
    public UnknownValue? Clouded { get; private set; }

    public ObjectValue Copy()
    {
        var copy = new ObjectValue(Type, new Dictionary<ISymbol, Written>(_members, SymbolEqualityComparer.Default)) { Clouded = Clouded };
        foreach (var pair in _assigned) copy._assigned[pair.Key] = pair.Value;
        return copy;
    }

    public void Store(ISymbol member, Func<Value> value, SyntaxNode? at) => _members[member.OriginalDefinition] = new Written(value, at);

    public void Store(ISymbol member, Value value, SyntaxNode? at) => Store(member, () => value, at);

    /// <summary>Notes where a property was assigned whose setter stores the value elsewhere.</summary>
    public void Locate(ISymbol property, SyntaxNode? at) => _assigned[property.OriginalDefinition] = at;

    /// <summary>Everything written so far may have changed.</summary>
    public void Cloud(UnknownValue why)
    {
        _members.Clear();
        Clouded = why;
    }

    public Value? Stored(ISymbol member) =>
        _members.TryGetValue(member.OriginalDefinition, out var written) ? written.Value() : Clouded;

    /// <summary>The expression that wrote a member.</summary>
    public SyntaxNode? WrittenAt(ISymbol member) =>
        _members.TryGetValue(member.OriginalDefinition, out var written) ? written.At
        : _assigned.TryGetValue(member.OriginalDefinition, out var at) ? at
        : null;
}
