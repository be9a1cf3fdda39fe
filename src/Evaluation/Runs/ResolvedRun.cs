using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Evaluation;

/// <summary>A run as the source states it: the plain values, where each was written, and what could not be read.</summary>
internal sealed class ResolvedRun
{
    private Estimate? _estimate;

    public ResolvedRun(string name, FactSheet facts, TrainingRun run, ScalingLaw? law, RunOptions options)
    {
        Name = name;
        Facts = facts;
        Run = run;
        Law = law;
        Options = options;
    }

    /// <summary>What messages call the run: its type, or the field or local it is assigned to.</summary>
    public string Name { get; }

    public FactSheet Facts { get; }

    public TrainingRun Run { get; }

    /// <summary>The law to judge by; null where the declared one is not known.</summary>
    public ScalingLaw? Law { get; }

    /// <summary>What follows from the run; computed when it is first asked for.</summary>
    public Estimate Estimate => _estimate ??= Run.Estimate(Law);

    /// <summary>Whether fewer parameters are active than there are, by what is declared or by what the shape counts.</summary>
    public bool IsMixture => Estimate.Run.IsMixture;

    public RunOptions Options { get; }

    public TokenCount? Tokens { get; init; }

    /// <summary>The member that holds the parameter count, where one does.</summary>
    public Fact? Parameters { get; init; }

    /// <summary>The model's shape as its family reads the dimensions, or what stops it; null where no dimensions stand.</summary>
    public FamilyShape? Shape { get; init; }

    /// <summary>Whether it is a training run; else a model alone.</summary>
    public bool IsTraining { get; init; } = true;

    /// <summary>The model's family.</summary>
    public string? Family { get; init; }

    /// <summary>The declared law, where it is not in the catalogue.</summary>
    public Fact? UnknownLaw { get; init; }

    /// <summary>The declared accelerator, where it is not known.</summary>
    public Fact? UnknownAccelerator { get; init; }

    /// <summary>Members and arguments that could not be read, and why.</summary>
    public IReadOnlyList<(Fact Fact, UnknownValue Why)> Unread { get; init; } = [];

    public string? Justification => Facts.Text(ConfigRole.Justification);

    /// <summary>Whether a deviation is meant: a reason is given, if perhaps one that only the program knows.</summary>
    public bool IsJustified => Justification is { Length: > 0 } || Facts.IsUnreadable(ConfigRole.Justification);

    /// <summary>The syntax that is judged: the attributed declaration, or the creation.</summary>
    public SyntaxNode? Judged { get; init; }
}
