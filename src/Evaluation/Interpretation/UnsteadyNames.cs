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

    private static bool IsInFunction(IOperation operation, IOperation body)
    {
        for (var parent = operation.Parent; parent is not null && parent != body; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation) return true;
        }

        return false;
    }
}
