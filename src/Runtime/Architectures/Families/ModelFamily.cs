using System;
using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>
/// A Hugging Face model_type: how its configuration class names dimensions, what it assumes where they are absent, and how the model
/// is built. The one mapping from named fields to a shape, for JSON and for C# members alike.
/// </summary>
public sealed class ModelFamily
{
    private readonly Func<FieldSource, TransformerShape> build;

    internal ModelFamily(string name, Func<FieldSource, TransformerShape> build)
    {
        Name = name;
        this.build = build;
    }

    /// <summary>The model_type: "llama".</summary>
    public string Name { get; }

    /// <summary>
    /// The shape of a model whose dimensions are known by role, as the members of a C# type are. The family supplies how the model
    /// is built (biases, norms, gating, tying, head size); it never supplies how large it is.
    /// </summary>
    /// <param name="members">Values by role; TiedEmbeddings is 0 or 1. Roles that do not describe a model are ignored.</param>
    /// <returns>The shape, or the role that stops it.</returns>
    /// <exception cref="ArgumentNullException">There are no members at all.</exception>
    public FamilyShape Shape(IReadOnlyDictionary<ConfigRole, decimal> members)
    {
        var fields = new FieldSource(members ?? throw new ArgumentNullException(nameof(members)));
        TransformerShape shape = build(fields);
        if (fields.Problem is { } problem) return new FamilyShape(null, shape, fields.ProblemField.Role, problem);
        return shape.Validate() is { } impossible
            ? new FamilyShape(null, shape, impossible.Role, impossible.Message)
            : new FamilyShape(shape, shape, ConfigRole.None, null);
    }

    internal TransformerShape Read(FieldSource fields) => build(fields);
}

/// <summary>What a family makes of C# members.</summary>
/// <param name="Shape">The shape; null where something stops it.</param>
/// <param name="Declared">The shape as declared even where it is impossible; do not count it when <paramref name="Problem"/> is set.</param>
/// <param name="ProblemRole">The role at fault: missing, unreadable or impossible; None where none is.</param>
/// <param name="Problem">What is wrong, in one sentence; null where nothing is.</param>
public sealed record FamilyShape(TransformerShape? Shape, TransformerShape Declared, ConfigRole ProblemRole, string? Problem);
