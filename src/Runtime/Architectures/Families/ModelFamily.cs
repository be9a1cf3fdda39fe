using System;
using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>
/// A Hugging Face model_type: how its configuration class names dimensions, what it assumes where they are absent, and
/// how the model is built. The one mapping from named fields to a shape, for JSON and for C# members alike.
/// </summary>
public sealed class ModelFamily
{
    private readonly Func<FieldSource, TransformerShape> _build;

    internal ModelFamily(string name, Func<FieldSource, TransformerShape> build, FamilyLineage lineage = FamilyLineage.Dense)
    {
        Name = name;
        Lineage = lineage;
        _build = build;
    }

    /// <summary>The model_type: "llama".</summary>
    public string Name { get; }

    /// <summary>What the layers of its models are made of.</summary>
    public FamilyLineage Lineage { get; }

    /// <summary>
    /// The shape of a model whose dimensions are known by role, as the members of a C# type are. The family supplies
    /// how the model is built (biases, norms, gating, tying, head size); it never supplies how large it is.
    /// </summary>
    /// <param name="members">Values by role; TiedEmbeddings is 0 or 1. Roles that do not describe a model are
    /// ignored.</param>
    /// <returns>The shape, or the role that prevents it.</returns>
    /// <exception cref="ArgumentNullException">The members are null.</exception>
    public FamilyShape Shape(IReadOnlyDictionary<ConfigRole, decimal> members) => Shape(members, NoOthers);

    /// <summary>
    /// The same with what has no role: sizes and flags that only this family has, and the pattern of its layers, under
    /// the names of the family's config fields, whatever their case and underscores: "LinearNumKeyHeads",
    /// "layer_types".
    /// </summary>
    /// <param name="members">Values by role.</param>
    /// <param name="others">Values by name: a decimal, a bool, a string, or a list of these.</param>
    /// <returns>The shape, or what stops it.</returns>
    /// <exception cref="ArgumentNullException">The members are null.</exception>
    public FamilyShape Shape(IReadOnlyDictionary<ConfigRole, decimal> members, IReadOnlyDictionary<string, object> others)
    {
        if (members is null) throw new ArgumentNullException(nameof(members));
        if (others is null) throw new ArgumentNullException(nameof(others));
        members = MemberSizes.Completed(Name, members, others);
        var fields = new FieldSource(members, NamedMembers.ToJson(others));
        TransformerShape shape = OutputHead.Of(NoExperts.Dense(_build(fields), fields), fields, fields.Json, Name, null);
        UnreadMembers.Check(Name, fields, members, others, shape);
        return fields.Problem is { } problem ? FamilyShape.Refused(shape, fields.ProblemField.Role, problem) : FamilyShape.Of(shape);
    }

    private static IReadOnlyDictionary<string, object> NoOthers { get; } = new Dictionary<string, object>(StringComparer.Ordinal);

    internal TransformerShape Read(FieldSource fields) => _build(fields);
}
