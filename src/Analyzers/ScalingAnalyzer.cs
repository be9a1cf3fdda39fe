using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>Resolves each run once and passes it to every rule.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScalingAnalyzer : DiagnosticAnalyzer
{
    private readonly Action<string>? _before;

    /// <summary>The analyzer.</summary>
    public ScalingAnalyzer()
        : this(null)
    {
    }

    /// <summary>The same with something that happens before a config of a name is read.</summary>
    internal ScalingAnalyzer(Action<string>? before) => _before = before;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Rules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            // Our attributes cannot occur without our assembly.
            if (!start.Compilation.ReferencedAssemblyNames.Any(a => a.Name == "ScalingAnalyzers.Runtime")) return;
            var optionFindings = new OptionFindings();
            var laws = OwnLaws.Library(start.Options.AdditionalFiles, start.CancellationToken);
            start.RegisterAdditionalFileAction(LawFiles.Judge);
            start.RegisterAdditionalFileAction(new JsonFiles(start.Options, optionFindings, laws).Judge);
            var options = new OptionsByTree(start.Options.AnalyzerConfigOptionsProvider, laws);
            start.RegisterSyntaxNodeAction(
                node => JudgeType(node, optionFindings, options),
                SyntaxKind.ClassDeclaration,
                SyntaxKind.StructDeclaration,
                SyntaxKind.RecordDeclaration,
                SyntaxKind.RecordStructDeclaration);
            if (!CreatedRuns.AreLikely(start.Compilation)) return;
            var created = new CreatedRuns(start.Compilation);
            start.RegisterSyntaxNodeAction(
                node => JudgeObject(node, created, optionFindings, options),
                SyntaxKind.ObjectCreationExpression,
                SyntaxKind.ImplicitObjectCreationExpression,
                SyntaxKind.WithExpression);
        });
    }

    private void JudgeObject(SyntaxNodeAnalysisContext context, CreatedRuns created, OptionFindings optionFindings, OptionsByTree trees)
    {
        if (created.Of(context) is not { } operation || operation.SemanticModel is not { } model) return;
        Alone(ObjectRuns.NameOf(operation), operation.Syntax, context.ReportDiagnostic, () => JudgeObject(
            context, operation, model, optionFindings, trees.Of(operation.Syntax.SyntaxTree)));
    }

    // One config that fails costs no other its diagnostics. In a file that is nested too deeply, a report of whatever
    // kind overflows the compiler's stack.
    private void Alone(string name, SyntaxNode judged, Action<Diagnostic> report, Action judge)
    {
        if (!SyntaxDepth.IsReportable(judged.SyntaxTree.GetRoot())) return;
        try
        {
            _before?.Invoke(name);
            judge();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            new SourceTeller(judged, ImmutableArray.Create(judged.Span), new PlaceTable(), report).Tell(
                new Finding(RuleTable.CannotGenerate, name, 3, ("problem", GenerationFailure.Words("reading it", e))));
        }
    }

    private static void JudgeObject(
        SyntaxNodeAnalysisContext context, IOperation operation, SemanticModel model, OptionFindings optionFindings, RunOptions options)
    {
        if (ObjectRuns.Read(operation, model, options, context.CancellationToken) is not { } source) return;
        var spans = ImmutableArray.Create(operation.Syntax.Span);
        var teller = new SourceTeller(operation.Syntax, spans, source.Places, context.ReportDiagnostic);
        teller.Tell(RunChecks.Of(source.Run, RuleScope.Object));
        teller.Tell(ReaderFindings.NotKnown(source));
        optionFindings.Tell(operation.Syntax, options, teller);
    }

    private void JudgeType(SyntaxNodeAnalysisContext context, OptionFindings optionFindings, OptionsByTree trees)
    {
        var declaration = (TypeDeclarationSyntax)context.Node;
        if (declaration.BaseList is not null && NotKnownIsOn(context)) JudgeHeir(context, declaration);
        if (declaration.AttributeLists.Count == 0) return;
        if (context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } type) return;
        if (ConfigAttributes.Plans(type) is not null)
            Alone(type.Name, declaration, context.ReportDiagnostic, () => JudgePlans(context, declaration, type, trees));
        if (ConfigAttributes.IsConfig(type))
            Alone(type.Name, declaration, context.ReportDiagnostic, () => JudgeType(context, declaration, type, optionFindings, trees));
    }

    private static void JudgeType(
        SyntaxNodeAnalysisContext context, TypeDeclarationSyntax declaration, INamedTypeSymbol type, OptionFindings optionFindings,
        OptionsByTree trees)
    {
        bool isTraining = ConfigAttributes.Training(type) is { } training && IsOn(training, declaration, context.CancellationToken);
        bool isModel = ConfigAttributes.Model(type) is { } model && IsOn(model, declaration, context.CancellationToken);
        if (!isTraining && !isModel) return;

        var options = trees.Of(declaration.SyntaxTree);
        var source = RunReader.OfType(type, context.SemanticModel, options, context.CancellationToken);
        var teller = new SourceTeller(declaration, PartsIn(declaration.SyntaxTree, type), source.Places, context.ReportDiagnostic);
        teller.Tell(RunChecks.Of(source.Run, isTraining ? RuleScope.Training : RuleScope.Model));
        if (ReaderFindings.NoEffect(source) is { } noEffect) teller.Tell(noEffect);
        teller.Tell(ReaderFindings.AlmostRead(source));
        teller.Tell(ReaderFindings.NotKnown(source));
        var (declared, estimate) = (source.Run.Declared, source.Run.Estimate);
        bool isPlanned = isTraining && estimate.HasPlanInput && (estimate.AffordableFlops is not null || estimate.Plan is not null);
        if (declared.ComputeParameters is not null || declared.TrainingTokens is not null || isPlanned)
        {
            if (Emission.Obstacle(type, context.SemanticModel, context.CancellationToken) is { } obstacle)
                teller.Tell(CannotGenerate(type, obstacle));
        }

        TellFailure(type, teller);
        optionFindings.Tell(declaration, options, teller);
    }

    // The rule is off by default, and every type with a base would be bound for it.
    private static bool NotKnownIsOn(SyntaxNodeAnalysisContext context)
    {
        string id = RuleTable.NotKnown.Id;
        var options = context.Compilation.Options;
        if (options.SyntaxTreeOptionsProvider is { } provider
            && (provider.TryGetDiagnosticValue(context.Node.SyntaxTree, id, context.CancellationToken, out var severity)
                || provider.TryGetGlobalDiagnosticValue(id, context.CancellationToken, out severity)))
            return severity is not (ReportDiagnostic.Suppress or ReportDiagnostic.Default);
        return options.SpecificDiagnosticOptions.TryGetValue(id, out var specific)
            && specific is not (ReportDiagnostic.Suppress or ReportDiagnostic.Default);
    }

    private static void JudgeHeir(SyntaxNodeAnalysisContext context, TypeDeclarationSyntax declaration)
    {
        if (context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } type
            || ReaderFindings.NotInherited(type) is not { } finding) return;
        new SourceTeller(declaration, PartsIn(declaration.SyntaxTree, type), new PlaceTable(), context.ReportDiagnostic).Tell(finding);
    }

    private static void JudgePlans(
        SyntaxNodeAnalysisContext context, TypeDeclarationSyntax declaration, INamedTypeSymbol type, OptionsByTree trees)
    {
        if (ConfigAttributes.Plans(type) is not { } attribute || !IsOn(attribute, declaration, context.CancellationToken)) return;
        var options = trees.Of(declaration.SyntaxTree);
        var teller = new SourceTeller(declaration, PartsIn(declaration.SyntaxTree, type), new PlaceTable(), context.ReportDiagnostic);
        if (!PlanRuns.Of(type, context.SemanticModel, options, context.CancellationToken).Any())
        {
            teller.Tell(ReaderFindings.NoEffect(type.Name, "TrainingPlans", "a run", "no run",
                "that is static readonly, of a type marked [TrainingConfig], and created where it is declared"));
        }
        else if (Emission.Obstacle(type, context.SemanticModel, context.CancellationToken) is { } obstacle)
        {
            teller.Tell(CannotGenerate(type, obstacle));
        }

        if (!ConfigAttributes.IsConfig(type)) TellFailure(type, teller);
    }

    // The generator reports nothing: it marks what it could not make.
    private static void TellFailure(INamedTypeSymbol type, SourceTeller teller)
    {
        if (GenerationFailure.Of(type.GetTypeMembers(Emission.NameFor(type)).FirstOrDefault()) is { } failure)
            teller.Tell(new Finding(RuleTable.CannotGenerate, type.Name, 2, ("problem", failure)));
    }

    private static Finding CannotGenerate(
        INamedTypeSymbol type, string obstacle) => new(RuleTable.CannotGenerate, type.Name, 0, ("obstacle", obstacle))
        {
            Fixes = [new FindingFix(FixKind.AddPartial, "Make the type partial, so that constants can be generated")],
        };

    private static bool IsOn(AttributeData attribute, TypeDeclarationSyntax declaration, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == declaration.SyntaxTree &&
        declaration.AttributeLists.Any(list => list.Span.Contains(reference.GetSyntax(cancellation).Span));

    private static ImmutableArray<Microsoft.CodeAnalysis.Text.TextSpan> PartsIn(SyntaxTree tree, INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Where(r => r.SyntaxTree == tree).Select(r => r.Span).ToImmutableArray();
}
