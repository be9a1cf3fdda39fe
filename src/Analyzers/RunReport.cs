using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>Places what rules say.</summary>
internal abstract class RunReport
{
    private readonly Action<Diagnostic> _report;

    protected RunReport(Action<Diagnostic> report) => _report = report;

    /// <summary>Reports on a fact, with the literals that a fix would edit and the numbers it needs.</summary>
    public void At(Fact? fact, DiagnosticDescriptor rule, FixFacts fixes, params string[] arguments) => At(fact, rule, rule.DefaultSeverity, fixes, arguments);

    /// <summary>The same at another severity than the rule's default; what the user configures still wins.</summary>
    public virtual void At(Fact? fact, DiagnosticDescriptor rule, DiagnosticSeverity severity, FixFacts fixes, params string[] arguments) => Send(Diagnostic.Create(
        rule,
        Place(fact, fixes),
        severity,
        fixes.Locations,
        fixes.Properties,
        arguments.Cast<object>().ToArray()));

    public void At(Fact? fact, DiagnosticDescriptor rule, params string[] arguments) => At(fact, rule, FixFacts.None, arguments);

    /// <summary>Reports on the name of what is judged.</summary>
    public void AtName(DiagnosticDescriptor rule, params string[] arguments) => At(null, rule, FixFacts.None, arguments);

    /// <summary>Reports without a place, for what holds everywhere.</summary>
    public void Nowhere(DiagnosticDescriptor rule, params string[] arguments) =>
        Send(Diagnostic.Create(rule, Location.None, arguments.Cast<object>().ToArray()));

    /// <summary>
    /// Whether a fact is said here: an object's run speaks of what its creation writes; what the type declares is said at the type.
    /// </summary>
    public abstract bool Concerns(Fact fact);

    /// <summary>Whether a fact of the model is written here, and not in a config of its own that is judged for itself.</summary>
    public abstract bool Writes(Fact fact);

    /// <summary>Reports on an expression that blocked the reading, where it lies inside what is judged.</summary>
    public abstract void AtExpression(SyntaxNode? at, DiagnosticDescriptor rule, params string[] arguments);

    protected abstract Location Place(Fact? fact, FixFacts fixes);

    protected virtual void Send(Diagnostic diagnostic) => _report(diagnostic);
}
