using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Generators;

/// <summary>Puts what follows from a config into its nested Estimates, as constants. Reports nothing: the analyzers
/// do.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class EstimatesGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // As text: a law is parsed where a run is read, and only its text decides whether anything changed.
        var laws = context.AdditionalTextsProvider
            .Where(static file => OwnLaws.IsLawFile(file.Path))
            .Select(static (file, cancellation) => file.GetText(cancellation)?.ToString() ?? "")
            .Collect()
            .Select(static (texts, _) => new EquatableArray<string>(texts))
            .WithTrackingName(TrackingNames.Laws);

        var options = context.AnalyzerConfigOptionsProvider
            .Combine(laws)
            .Select(static (pair, _) => new ProjectOptions(pair.Left, pair.Right));

        Emit(context, options, ConfigAttributes.TrainingConfig, TrackingNames.Model, TrackingNames.Emitted,
            static (run, cancellation) => OfType(run, cancellation));
        Emit(context, options, ConfigAttributes.ModelConfig, TrackingNames.Shapes, TrackingNames.EmittedShapes,
            static (run, cancellation) => OfModel(run, cancellation));
        Emit(context, options, ConfigAttributes.TrainingPlans, TrackingNames.Plans, TrackingNames.EmittedPlans,
            static (run, cancellation) => OfPlans(run, cancellation));
        ConfigConstants.Register(context, options);
    }

    private static void Emit(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<ProjectOptions> options, string attribute,
        string modelStep, string emittedStep, Func<Attributed, CancellationToken, ReadType?> read)
    {
        var models = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute, static (node, _) => node is TypeDeclarationSyntax, static (attributed, _) => attributed)
            .Combine(options)
            .Select((pair, cancellation) =>
                Alone(() => Attributed.Of(pair.Left, pair.Right, cancellation) is { } run ? read(run, cancellation) : null))
            .WithTrackingName(modelStep)
            .Where(static read => read is not null)
            .Select(static (read, _) => Alone(() => Computed(read!)))
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(emittedStep);

        context.RegisterSourceOutput(models, static (output, model) =>
        {
            if (Alone(() => EstimatesWriter.Write(model)) is { } text)
                output.AddSource(model.HintName, SourceText.From(text, Encoding.UTF8));
        });
    }

    // An exception would cost the whole project its constants, where it may cost one config's. The analyzer, which
    // meets it too, says so.
    private static T? Alone<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return null;
        }
    }

    // Every edit anywhere reads every config again; only where a value changed is anything computed and written.
    private static EstimatesModel Computed(ReadType read)
    {
        var model =
            read.Place with { HintName = HintNames.Of(read.Place.HintName, string.Join(" ", read.Place.Types.Select(t => t.Keyword))) };
        if (read.Own is { } own)
        {
            var estimate = own.Estimate();
            model = model with { Remark = EstimateRemark.Of(own, estimate), Constants = EstimateConstants.Of(own, estimate) };
        }

        return read.Plans.Count == 0
            ? model
            : model with
            {
                Plans = new EquatableArray<PlanModel>(
                PlanNames.Of(read.Plans.Select(p => p.Name)).Zip(read.Plans, (name, run) => Plan(run, name)))
            };
    }

    private static PlanModel Plan(RunModel run, string name)
    {
        var estimate = run.Estimate();
        return new PlanModel(Identifier(name), EstimateRemark.Of(run, estimate), EstimateConstants.Of(run, estimate));
    }

    private static ReadType OfType(Attributed attributed, CancellationToken cancellation)
    {
        var source = RunReader.OfType(attributed.Type, attributed.Model, attributed.Options, cancellation);
        return new ReadType(Place(attributed.Type), RunModel.Of(source.Run, attributed.OwnLaws),
            ConfigAttributes.Plans(attributed.Type) is null ? default : Plans(attributed, cancellation));
    }

    // A type that is also a run, a model or a class of plans gets one Estimates for all of them.
    private static ReadType? OfModel(Attributed attributed, CancellationToken cancellation) =>
        ConfigAttributes.Training(attributed.Type) is null ? OfType(attributed, cancellation) : null;

    private static ReadType? OfPlans(Attributed attributed, CancellationToken cancellation) =>
        ConfigAttributes.IsConfig(attributed.Type)
            ? null
            : new ReadType(Place(attributed.Type), Own: null, Plans(attributed, cancellation));

    private static EquatableArray<RunModel> Plans(Attributed attributed, CancellationToken cancellation) =>
        new(PlanRuns.Of(attributed.Type, attributed.Model, attributed.Options, cancellation)
            .Select(source => RunModel.Of(source.Run, attributed.OwnLaws)));

    private static EstimatesModel Place(INamedTypeSymbol type) => new(
        HintNames.FullMetadataName(type),
        type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString(NamespaceFormat) : "",
        new EquatableArray<EnclosingType>(Enclosing(type)),
        Remark: "",
        Constants: default);

    /// <summary>A type to generate for, with what reading it needs. Lives within one step: nothing of it is
    /// kept.</summary>
    private sealed record Attributed(
        INamedTypeSymbol Type, SyntaxNode Node, SemanticModel Model, RunOptions Options, EquatableArray<string> OwnLaws)
    {
        public static Attributed? Of(GeneratorAttributeSyntaxContext context, ProjectOptions options, CancellationToken cancellation) =>
            context.TargetSymbol is INamedTypeSymbol type && IsNamed(type) && IsFirst(context)
                && Emission.Obstacle(type, cancellation) is null
                ? new Attributed(type, context.TargetNode, context.SemanticModel, options.Of(context.TargetNode.SyntaxTree),
                    options.OwnLaws)
                : null;
    }

    // While a name is being typed there is none.
    private static bool IsNamed(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
        {
            if (!SyntaxFacts.IsValidIdentifier(t.Name) || t.TypeParameters.Any(p => !SyntaxFacts.IsValidIdentifier(p.Name))) return false;
        }

        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (!SyntaxFacts.IsValidIdentifier(space.Name)) return false;
        }

        return true;
    }

    // Two parts may have the attribute while one is being moved: that is an error, but it must not remove the other
    // constants.
    private static bool IsFirst(GeneratorAttributeSyntaxContext context) =>
        context.TargetSymbol
            .GetAttributes()
            .FirstOrDefault(
                a => SymbolEqualityComparer.Default.Equals(
                    a.AttributeClass, context.Attributes[0].AttributeClass)) is not { ApplicationSyntaxReference: { } first } ||
        (first.SyntaxTree == context.TargetNode.SyntaxTree && context.TargetNode.Span.Contains(first.Span));

    private static readonly SymbolDisplayFormat NamespaceFormat =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    private static IEnumerable<EnclosingType> Enclosing(INamedTypeSymbol type)
    {
        var chain = new List<EnclosingType>();
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
        {
            string keyword = (t.IsRecord, t.TypeKind) switch
            {
                (true, TypeKind.Struct) => "record struct",
                (true, _) => "record",
                (_, TypeKind.Struct) => "struct",
                (_, TypeKind.Interface) => "interface",
                _ => "class",
            };
            string parameters = t.TypeParameters.Length == 0
                ? ""
                : "<" + string.Join(", ", t.TypeParameters.Select(p => Identifier(p.Name))) + ">";
            chain.Insert(0, new EnclosingType(keyword, Identifier(t.Name), parameters));
        }

        return chain;
    }

    // Keywords are lower case, also those of languages to come; a few begin with two underscores.
    internal static string Identifier(string name) => name.Length > 0
        && (name.All(c => c is >= 'a' and <= 'z') || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None) ? "@" + name : name;
}
