using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>The interpreter's result for an expression: a scalar, an object, or unknown.</summary>
internal abstract class Value
{
    /// <summary>The number that an editor would change to change this value, where there is exactly one.</summary>
    public EditableLiteral? Literal { get; init; }

    public static UnknownValue Unknown(UnknownKind kind, params string[] arguments) => new(new(kind, arguments), null);

    public static UnknownValue Unknown(SyntaxNode? at, UnknownKind kind, params string[] arguments) => new(new(kind, arguments), at);

    public static UnknownValue Unknown(UnknownReason reason, SyntaxNode? at) => new(reason, at);

    /// <summary>Nothing is written down: an auto-property without initialiser.</summary>
    public static UnknownValue Unset(string name) => new(new(UnknownKind.Unset, name), null);
}

/// <summary>Cannot be known at compile time, and why.</summary>
internal sealed class UnknownValue : Value
{
    public UnknownValue(UnknownReason reason, SyntaxNode? at)
    {
        Reason = reason;
        At = at;
    }

    public UnknownReason Reason { get; }

    /// <summary>The expression that stopped the interpreter.</summary>
    public SyntaxNode? At { get; }

    /// <summary>True where the expression is wrong (overflow, division by zero), not merely beyond us.</summary>
    public bool IsFault => Reason.IsFault;

    /// <summary>True where nothing is written, so that a declaration of lower precedence applies.</summary>
    public bool IsUnset => Reason.IsUnset;
}

/// <summary>A number, text, truth value or null, boxed in its CLR type in C#.</summary>
internal sealed class ScalarValue : Value
{
    public ScalarValue(object? content, EditableLiteral? literal = null)
    {
        Content = content;
        Literal = literal;
    }

    public object? Content { get; }

    /// <summary>The type that an object remembers of the value it boxes; null where the value is not boxed.</summary>
    public ITypeSymbol? Boxed { get; init; }
}

/// <summary>A type named by typeof.</summary>
internal sealed class TypeValue : Value
{
    public TypeValue(ITypeSymbol type) => Type = type;

    public ITypeSymbol Type { get; }
}

/// <summary>An array: the number of its elements, and what each held when it was made.</summary>
internal sealed class CollectionValue : Value
{
    public CollectionValue(long count, IReadOnlyList<Value>? elements = null, IReadOnlyList<Value>? written = null)
    {
        Count = count;
        Elements = elements ?? [];
        Written = written ?? [];
    }

    public long Count { get; }

    /// <summary>The objects that code holding the array can reach.</summary>
    public IReadOnlyList<Value> Elements { get; }

    /// <summary>The elements as they were written. Later writes to an element are not followed: who asks must see that
    /// there are none.</summary>
    public IReadOnlyList<Value> Written { get; }
}
