using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

/// <summary>The locals and parameters of a body that code inside lambdas and local functions assigns, or that a
/// reference is taken of.</summary>
internal static class UnsteadyNames
{
    public static void Add(IOperation body, HashSet<ISymbol> found)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            var target = operation switch
            {
                IAssignmentOperation assignment when IsInFunction(operation, body) => assignment.Target,
                IIncrementOrDecrementOperation step when IsInFunction(operation, body) => step.Target,
                IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument when IsInFunction(operation, body) =>
                    argument.Value,
                ISimpleAssignmentOperation { IsRef: true } bound => bound.Value,
                IVariableDeclaratorOperation { Symbol.IsRef: true, Initializer: { } bound } => bound.Value,
                IAddressOfOperation address => address.Reference,

                // What has no name here may keep a reference: a typed one.
                { Kind: OperationKind.None } unnamed when unnamed != body => unnamed,
                IArgumentOperation { Parameter: { RefKind: not RefKind.None } parameter } argument when KeepsReference(parameter) =>
                    argument.Value,

                // An extension block may have its receiver by reference.
                IInvocationOperation { TargetMethod: { ContainingType.CanBeReferencedByName: false } method } call
                    when IsInFunction(operation, body) || Reach.GivesReferences(method) => call.Instance,
                IPropertyReferenceOperation { Property: { ContainingType.CanBeReferencedByName: false } property } read
                    when IsInFunction(operation, body) || Reach.GivesReferences(property.GetMethod) => read.Instance,
                _ => null,
            };
            if (target is null) continue;
            foreach (var part in target.DescendantsAndSelf())
            {
                if (part is ILocalReferenceOperation local) found.Add(local.Local.OriginalDefinition);
                else if (part is IParameterReferenceOperation parameter) found.Add(parameter.Parameter.OriginalDefinition);
            }
        }
    }

    // Whether a method may keep what it gets by reference: it returns one, or an object that holds one.
    private static bool KeepsReference(IParameterSymbol parameter) => parameter.ContainingSymbol is IMethodSymbol method
        && (Reach.GivesReferences(method) || method.ContainingType.IsRefLikeType || Reach.KeepsReferences(method));

    private static bool IsInFunction(IOperation operation, IOperation body)
    {
        for (var parent = operation.Parent; parent is not null && parent != body; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation) return true;
        }

        return false;
    }
}
