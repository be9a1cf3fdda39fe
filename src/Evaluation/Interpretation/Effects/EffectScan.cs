using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// The one place that decides what an operation may change. Each kind that is named here changes what it says; every
/// kind that is not named may change everything.
/// </summary>
internal sealed partial class EffectScan
{
    // Kinds of C# 12 that the oldest Roslyn we run on does not name yet.
    private const OperationKind CollectionExpression = (OperationKind)127;
    private const OperationKind Spread = (OperationKind)128;

    private readonly EffectTable _table;
    private readonly CancellationToken _cancellation;
    private readonly Stack<(IOperation Operation, EffectSet Into)> _rest = new();

    // In a constructor, what is assigned of the new object changes nothing that was there before.
    private readonly bool _makesThis;
    private readonly Extent? _extent;
    private EffectSet _into = new();
    private bool _isIterator;

    private EffectScan(EffectTable table, bool makesThis, CancellationToken cancellation, Extent? extent = null)
    {
        _extent = extent;
        _table = table;
        _makesThis = makesThis;
        _cancellation = cancellation;
    }

    /// <summary>What an operation and its parts may change.</summary>
    public static EffectSet Of(EffectTable table, IOperation operation, CancellationToken cancellation)
    {
        var found = new EffectSet();
        new EffectScan(table, makesThis: false, cancellation).Add(operation, found);
        return found;
    }

    /// <summary>What assigning a member may change, of whichever object.</summary>
    public static EffectSet OfAssignment(EffectTable table, IOperation target, CancellationToken cancellation)
    {
        var found = new EffectSet();
        var scan = new EffectScan(table, makesThis: false, cancellation) { _into = found };
        scan.Assign(target);
        return found;
    }

    /// <summary>What a method itself may change, without what it calls.</summary>
    public static EffectSet OfMethod(EffectTable table, IMethodSymbol method, Extent extent, CancellationToken cancellation)
    {
        var found = new EffectSet();
        method = PartialMembers.Implementation(method);
        bool isConstructor = method.MethodKind == MethodKind.Constructor;
        var scan = new EffectScan(table, isConstructor, cancellation, extent);
        if (method.IsAbstract) return found;
        if (method.IsExtern || !table.IsSource(method)) found.ChangesAll = found.Later.ChangesAll = true;
        else if (Bodies.IsElsewhere(method, cancellation)) found.ChangesAll = true;
        else if (isConstructor) scan.AddConstructor(method, found);
        else if (method.IsImplicitlyDeclared) AddSynthesized(table, method, found);
        else scan.AddBodies(method, found);

        if (extent.IsPassed) return EffectSet.Everything(found);
        found.ChangesAll |= IsBuiltBySource(table, method);

        // What an iterator or an awaiting method does, it may do at any later time.
        if (!method.IsAsync && !scan._isIterator) return found;
        var later = new EffectSet();
        later.Add(found);
        found.Later.Add(later);
        return found;
    }

    // Null where it is too much, too.
    private IOperation? Bound(SyntaxNode body) =>
        _extent is null || _extent.Add(body) ? _table.Models.OperationOf(body, _cancellation) : null;

    private void AddBodies(IMethodSymbol method, EffectSet into)
    {
        foreach (var node in Bodies.Of(method, _cancellation))
        {
            if (Bound(node) is not { } operation)
            {
                // An accessor without code, a part without a body.
                into.ChangesAll |= !SyntaxDepth.IsReadable(node)
                    || node is not (AccessorDeclarationSyntax or MethodDeclarationSyntax or ParameterSyntax);
                continue;
            }

            Add(operation, into);
            if (method.ReturnsByRef || method.ReturnsByRefReadonly) AddReferences(operation, into.Later);
        }
    }

    private void AddConstructor(IMethodSymbol constructor, EffectSet into)
    {
        var type = constructor.ContainingType;
        var declaration = constructor.DeclaringSyntaxReferences.FirstOrDefault()?.ReadSyntax(_cancellation);
        bool callsThis = declaration is ConstructorDeclarationSyntax { Initializer.ThisOrBaseKeyword: var keyword }
            && keyword.RawKind == (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.ThisKeyword;
        if (!callsThis)
        {
            foreach (var member in type.GetMembers())
            {
                if (member.IsStatic || Bodies.Initializer(member, _cancellation) is not { } initializer
                    || initializer is LiteralExpressionSyntax
                    || ConstantInitializers.Is(member, initializer, _table.Models, _cancellation)) continue;
                if (Bound(initializer.Parent!) is { } operation) Add(operation, into);
                else into.ChangesAll = true;
            }
        }

        if (declaration is ConstructorDeclarationSyntax written)
        {
            if (Bound(written) is { } operation) Add(operation, into);
            else into.ChangesAll = true;
            if (written.Initializer is null) AddBase(type, into);
        }
        else if (PrimaryBaseCall(type, _cancellation) is { } call)
        {
            if (Bound(call) is { } operation) Add(operation, into);
            else into.ChangesAll = true;
        }
        else
        {
            AddBase(type, into);
        }
    }

    private void AddBase(INamedTypeSymbol type, EffectSet into)
    {
        if (type.BaseType is not { } parent || parent.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType) return;
        if (_table.IsSource(parent))
            foreach (var constructor in parent.InstanceConstructors.Where(c => c.Parameters.All(p => p.IsOptional || p.IsParams)))
                into.Calls.Add(constructor.OriginalDefinition);
        else _table.Reach.AddCalledBack(type, null, into);
    }

    /// <summary>The call of the base constructor in the head of a type.</summary>
    public static PrimaryConstructorBaseTypeSyntax? PrimaryBaseCall(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences
        .Select(r => r.ReadSyntax(cancellation))
        .OfType<TypeDeclarationSyntax>()
        .SelectMany(d => d.BaseList?.Types ?? default)
        .OfType<PrimaryConstructorBaseTypeSyntax>()
        .FirstOrDefault();

    private void Add(IOperation root, EffectSet into)
    {
        _rest.Push((root, into));
        while (_rest.Count > 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            (var operation, _into) = _rest.Pop();
            if (operation is ILocalFunctionOperation && operation != root) continue;
            var inside = operation is IAnonymousFunctionOperation ? _into.Later : _into;
            Look(operation);
            foreach (var child in operation.ChildOperations) _rest.Push((child, inside));
        }
    }

    private void Look(IOperation operation)
    {
        switch (operation)
        {
            // Blocks, declarations and values, which only hold what is inside them. What does not compile does not run.
            case IBlockOperation or IMethodBodyBaseOperation or IExpressionStatementOperation or IVariableDeclarationGroupOperation
                or IVariableDeclarationOperation:
            case IVariableInitializerOperation or ISymbolInitializerOperation or IEmptyOperation or ILabeledOperation or IThrowOperation
                or IInvalidOperation:
            case ILiteralOperation or ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation
                or IParenthesizedOperation:
            case IConditionalOperation or IConditionalAccessOperation or IConditionalAccessInstanceOperation
                or IIsTypeOperation or IIsPatternOperation:
            case ISwitchOperation or ISwitchCaseOperation or ICaseClauseOperation or ISwitchExpressionOperation
                or ISwitchExpressionArmOperation:
            case IDiscardPatternOperation or IConstantPatternOperation or IRelationalPatternOperation or INegatedPatternOperation
                or IBinaryPatternOperation:
            case IDeclarationPatternOperation or ITypePatternOperation or IPropertySubpatternOperation:
            case IRecursivePatternOperation { DeconstructSymbol: null } pattern when IsOfParts(pattern):
            case ITypeOfOperation or ISizeOfOperation or INameOfOperation or IDefaultValueOperation or IArrayCreationOperation
                or IArrayInitializerOperation or IArrayElementReferenceOperation:
            case IForLoopOperation or IWhileLoopOperation or ITryOperation or ICatchClauseOperation:
            case IAnonymousFunctionOperation { Symbol.IsAsync: false } or ILocalFunctionOperation or IDelegateCreationOperation:
            case IObjectOrCollectionInitializerOperation or IMemberInitializerOperation or IAnonymousObjectCreationOperation
                or IArgumentOperation:
            case IInterpolatedStringTextOperation or IDiscardOperation or IDeclarationExpressionOperation
                or ITranslatedQueryOperation:
            case IEventReferenceOperation { Event.IsStatic: false } or IFieldReferenceOperation { Field.IsStatic: false }
                or IInterpolatedStringHandlerCreationOperation or IInterpolatedStringAppendOperation:
                return;
            case IAnonymousFunctionOperation lambda: _into.Later.ChangesAll |= IsBuiltBySource(_table, lambda.Symbol); return;
            case ICoalesceOperation coalesce: Operator(coalesce.ValueConversion.MethodSymbol); return;
            case IEventReferenceOperation { Event.IsStatic: true } raised: Start(raised.Event.ContainingType); return;
            case IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak }: _isIterator = true; return;
            case IReturnOperation or IBranchOperation { BranchKind: BranchKind.GoTo }: _into.Leaves = true; return;
            case IBranchOperation: return;
            case IVariableDeclaratorOperation declarator:
                if (declarator.Symbol.IsRef && declarator.Initializer is { } bound) AddReferences(bound, _into.Later);
                return;
            case IFieldReferenceOperation field: Start(field.Field.ContainingType, isCall: field.Field.IsConst); return;
            case IPropertyReferenceOperation property: Look(property); return;
            case ISimpleAssignmentOperation assignment:
                Assign(assignment.Target);
                if (assignment.IsRef) AddReferences(assignment.Value, _into.Later);
                return;
            case ICompoundAssignmentOperation assignment:
                Assign(assignment.Target);
                Operator(assignment.OperatorMethod);
                Operator(assignment.InConversion.MethodSymbol);
                Operator(assignment.OutConversion.MethodSymbol);
                if (assignment.Value.Type?.SpecialType == SpecialType.System_String) Shown(assignment.Target);
                Shown(assignment.Value);
                return;
            case ICoalesceAssignmentOperation assignment: Assign(assignment.Target); return;
            case IIncrementOrDecrementOperation step: Assign(step.Target); Operator(step.OperatorMethod); return;
            case IDeconstructionAssignmentOperation tuple: Deconstruct(tuple); return;
            case IEventAssignmentOperation added: Look(added); return;
            case IConversionOperation conversion: Operator(conversion.OperatorMethod, conversion.Operand); return;
            case IBinaryOperation binary: Look(binary); return;
            case IUnaryOperation unary:
                Operator(unary.OperatorMethod);
                if (unary.OperatorKind == UnaryOperatorKind.Hat) Make(unary.Type);
                return;
            case IRangeOperation range: Operator(range.Method); return;
            case ITupleOperation tuple: Make((tuple.Type as INamedTypeSymbol)?.TupleUnderlyingType ?? tuple.Type); return;
            case ILockOperation:
                _into.ChangesAll |= _table.Declares("System.Threading.Monitor") || _table.Declares("System.Threading.Lock");
                return;
            case IInterpolatedStringOperation:
                _into.ChangesAll |= _table.Declares("System.Runtime.CompilerServices.DefaultInterpolatedStringHandler");
                return;
            case IInterpolationOperation part: Shown(part.Expression); return;
            case IForEachLoopOperation loop: Iterate(loop); Assign(loop.LoopControlVariable); return;
            case IUsingOperation resource: Dispose(resource.Resources); return;
            case IUsingDeclarationOperation resource: Dispose(resource.DeclarationGroup); return;
            case IInvocationOperation invocation: Invoke(invocation); return;
            case IMethodReferenceOperation method:
                Call(method.Method, IsExact(method.Instance, method.Method), _into.Later);
                _into.Later.ChangesAll |= Reach.IsByName(method.Method) || Reach.KeepsReferences(method.Method);
                return;
            case IObjectCreationOperation creation: Create(creation); return;
            case IWithOperation with: Copy(with); return;
            case { Kind: Spread }: return; // the expression around it knows what its elements become
            case { Kind: CollectionExpression }:
                Collect(operation);
                return;
            default: _into.ChangesAll = true; return;
        }
    }
}
