using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

// What is assigned, read and called.
internal sealed partial class EffectScan
{
    private void Assign(IOperation? target)
    {
        switch (target)
        {
            case IFieldReferenceOperation field: if (!IsNew(field)) Store(field.Field); return;
            case IPropertyReferenceOperation { Property: { ReturnsByRef: false, IsIndexer: false } property } reference:
                SetProperty(property, reference);
                return;
            case IPropertyReferenceOperation { Property: { ReturnsByRef: false, IsIndexer: true } indexer }:
                if (_table.IsSource(indexer)) Set(indexer, IsExactReceiver(target));
                else _table.Reach.AddOwn((target as IPropertyReferenceOperation)?.Instance?.Type, _into);
                return;
            case IPropertyReferenceOperation: return; // its getter says what the reference leads to
            case IInvocationOperation: return; // and so does a method
            case ILocalReferenceOperation local: _into.Locals.Add(local.Local); return;
            case IVariableDeclaratorOperation local: _into.Locals.Add(local.Symbol); return;
            case IParameterReferenceOperation parameter: AssignParameter(parameter.Parameter); return;
            case IDeclarationExpressionOperation declaration:
                foreach (var part in declaration.DescendantsAndSelf().OfType<ILocalReferenceOperation>()) _into.Locals.Add(part.Local);
                return;
            case ITupleOperation tuple: foreach (var element in tuple.Elements) Assign(element); return;
            case IConversionOperation conversion: Assign(conversion.Operand); return;
            case IParenthesizedOperation inner: Assign(inner.Operand); return;
            case IConditionalOperation choice: Assign(choice.WhenTrue); Assign(choice.WhenFalse); return;
            case ISimpleAssignmentOperation chained: Assign(chained.Target); return;

            // Elements are not read, but an array of structs may hold what is.
            case IArrayElementReferenceOperation or IDiscardOperation or null: return;
            case IInvalidOperation: return;
            default: _into.ChangesAll = true; return;
        }
    }

    private void AssignParameter(IParameterSymbol parameter)
    {
        _into.Locals.Add(parameter);
        bool isPrimary = parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
            && !constructor.DeclaringSyntaxReferences.IsEmpty &&
            constructor.DeclaringSyntaxReferences[0].ReadSyntax(_cancellation) is TypeDeclarationSyntax;
        if (isPrimary) _into.Assigned.Add(parameter.OriginalDefinition);
    }

    private void Store(ISymbol member)
    {
        if (member is IFieldSymbol { AssociatedSymbol: IPropertySymbol backed }) member = PartialMembers.Definition(backed);
        _into.Assigned.Add(member.OriginalDefinition);
        if (member.IsStatic) Start(member.ContainingType);
    }

    // An object that is being made, by the constructor at hand or the creation around an initialiser.
    private bool IsNew(IMemberReferenceOperation target) => target.Instance switch
    {
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } =>
            Filled(target) is IObjectCreationOperation or IWithOperation,
        IInstanceReferenceOperation => _makesThis && !IsInFunction(target),
        _ => false,
    };

    private static IOperation? Filled(IOperation entry)
    {
        for (var operation = entry; operation is not null; operation = operation.Parent)
        {
            if (operation is IObjectOrCollectionInitializerOperation initializer) return initializer.Parent;
        }

        return null;
    }

    private static bool IsInFunction(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation) return true;
        }

        return false;
    }

    private void SetProperty(IPropertySymbol property, IPropertyReferenceOperation reference)
    {
        bool isExact = IsExactReceiver(reference);
        property = Dispatch.WithSetter(property) ?? property;
        if (!_table.IsSource(property))
        {
            // The setter has its receiver and the value.
            if (reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference)
                Hand(assignment.Value, isKeeper: true, null);
            if (!IsNew(reference)) _into.Assigned.Add(property.OriginalDefinition);
            if (!Accessors.OnlyStores(property, _cancellation)) _table.Reach.AddOwn(reference.Instance?.Type, _into);
            if (property.SetMethod is { } foreign && !isExact && Dispatch.IsVirtual(property)) Call(foreign, isExact: false, _into);
            return;
        }

        if (property.SetMethod is null)
        {
            // A property without setter, in its own constructor.
            if (!IsNew(reference)) Store(property);
            return;
        }

        Set(property, isExact, IsNew(reference));
    }

    private void Set(IPropertySymbol property, bool isExact, bool isNew = false)
    {
        if (property.SetMethod is not { } called) return;
        AddSetter(called, isNew);
        if (isExact) return;

        // Of a new object nothing is stored that was there before.
        if (isNew) foreach (var setter in _table.Types.Overrides(called)) AddSetter(setter, isNew: true);
        else AddOverrides(called, _into);
    }

    private void AddSetter(IMethodSymbol setter, bool isNew)
    {
        if (setter.AssociatedSymbol is not IPropertySymbol set || Accessors.OwnSetter(set, _cancellation) is not null
            || !_table.IsSource(set)) _into.Calls.Add(setter.OriginalDefinition);
        else if (!isNew) Store(set);
    }

    private void AddGetter(IMethodSymbol getter)
    {
        if (_table.IsSource(getter) && getter.AssociatedSymbol is IPropertySymbol got
            && (got.IsIndexer || Accessors.HasOwnGetter(got, _cancellation))) _into.Calls.Add(getter.OriginalDefinition);
    }

    private void Look(IPropertyReferenceOperation reference)
    {
        if (reference.Property.IsStatic)
            Start(reference.Property.ContainingType, isCall: Accessors.HasOwnGetter(reference.Property, _cancellation));
        HandReceiver(reference.Property, reference.Instance);
        bool isForeign = !_table.IsSource(reference.Property);
        if (isForeign) foreach (var key in reference.Arguments) Hand(key.Value, isKeeper: true, null);
        if (reference.Parent is IAssignmentOperation { Target: var target } and ISimpleAssignmentOperation && target == reference
            && !reference.Property.ReturnsByRef) return;
        if (isForeign && (reference.Instance is null || _table.Reach.IsInert(reference.Instance))) return;
        if (isForeign && !Accessors.OnlyStores(reference.Property, _cancellation))
            _table.Reach.AddOwn(reference.Instance?.Type, _into);
        if (isForeign && !Dispatch.IsVirtual(reference.Property)) return; // reading one of the framework's own properties
        if (reference.Property.GetMethod is not { } getter) return;
        AddGetter(getter);
        if (!IsExactReceiver(reference)) AddOverrides(getter, _into);
    }

    private bool IsExactReceiver(IOperation reference) =>
        reference is IMemberReferenceOperation member && IsExact(member.Instance, member.Member);

    private static bool IsExact(IOperation? instance, ISymbol member) =>
        !Dispatch.IsVirtual(member) || (instance is null && !member.IsStatic) || instance?.Syntax is BaseExpressionSyntax
            || instance?.Type is { IsSealed: true } or { IsValueType: true, TypeKind: not TypeKind.TypeParameter };

    private void AddOverrides(IMethodSymbol method, EffectSet into)
    {
        if (_table.Types.Overrides(method).Count > 0) into.Dispatched.Add(method.OriginalDefinition);
    }

    /// <summary>What the overrides of a method may change, without what they call.</summary>
    public static EffectSet OfOverrides(EffectTable table, IMethodSymbol method, CancellationToken cancellation)
    {
        var found = new EffectSet();
        var scan = new EffectScan(table, makesThis: false, cancellation) { _into = found };
        foreach (var target in table.Types.Overrides(method))
        {
            cancellation.ThrowIfCancellationRequested();
            if (method.MethodKind == MethodKind.PropertySet) scan.AddSetter(target, isNew: false);
            else if (method.MethodKind == MethodKind.PropertyGet) scan.AddGetter(target);
            else scan.AddCall(target, found);
        }

        return found;
    }

    private void Call(IMethodSymbol method, bool isExact, EffectSet into)
    {
        if (method.IsStatic || method.MethodKind == MethodKind.Constructor) Start(method.ContainingType, isCall: true);
        AddCall(method, into);
        if (!isExact) AddOverrides(method, into);
    }

    private void AddCall(IMethodSymbol method, EffectSet into)
    {
        if (_table.IsSource(method)) into.Calls.Add((method.ReducedFrom ?? method).OriginalDefinition);
    }

    private void Operator(IMethodSymbol? method, params IOperation[] operands)
    {
        if (method is null) return;
        if (_table.IsSource(method) || Dispatch.IsVirtual(method)) Call(method, !Dispatch.IsVirtual(method), _into);
        else foreach (var operand in operands) Shown(operand);
    }

    // A positional pattern asks a tuple for its parts; what is only known to be an ITuple, by code.
    private static bool IsOfParts(IRecursivePatternOperation pattern) => pattern.DeconstructionSubpatterns.IsEmpty
        || pattern.NarrowedType is { IsTupleType: true } || pattern.InputType is { IsTupleType: true };

    private void Look(IBinaryOperation binary)
    {
        Operator(binary.OperatorMethod, binary.LeftOperand, binary.RightOperand);
        if (binary is { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr, OperatorMethod: { } own })
        {
            // It asks its left side first whether it is true, or false.
            foreach (var asked in own.ContainingType.GetMembers(WellKnownMemberNames.TrueOperatorName)
                .Concat(own.ContainingType.GetMembers(WellKnownMemberNames.FalseOperatorName))) Operator(asked as IMethodSymbol);
        }

        if (binary.OperatorMethod is null && binary.Type?.SpecialType == SpecialType.System_String)
        {
            Shown(binary.LeftOperand);
            Shown(binary.RightOperand);
        }
    }

    // A text is made of it: its ToString runs.
    private void Shown(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
            value = value is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)value).Operand;
        if (_table.Reach.IsInert(value)) _table.Reach.AddCalledBackOfInert(value, isKeeper: true, _into);
        else CallBack(value);
    }

    private void CallBack(IOperation value, IMethodSymbol? receiverOf = null)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion) value = conversion.Operand;
        if (value is not (ILiteralOperation or IDefaultValueOperation)) _table.Reach.AddCalledBack(value.Type, receiverOf, _into);
    }

    private void Start(INamedTypeSymbol? type, bool isCall = false)
    {
        if (type is null || !_table.IsSource(type) || type.TypeKind == TypeKind.Enum) return;
        type = type.OriginalDefinition;
        _into.Starts.Add(type);
        if (!isCall || type.StaticConstructors.Any(c => !c.IsImplicitlyDeclared)) _into.Touches.Add(type);
    }

    // What a reference is taken of may be assigned through it later.
    private static void AddReferences(IOperation? operation, EffectSet into)
    {
        switch (operation)
        {
            case null or IArrayElementReferenceOperation: return;
            case IFieldReferenceOperation field:
                into.Assigned.Add((field.Field.AssociatedSymbol is IPropertySymbol backed
                    ? PartialMembers.Definition(backed)
                    : (ISymbol)field.Field).OriginalDefinition);
                if (field.Instance?.Type is { IsValueType: true }) AddReferences(field.Instance, into);
                return;
            case IParameterReferenceOperation parameter: into.Assigned.Add(parameter.Parameter.OriginalDefinition); return;
            default: foreach (var child in operation.ChildOperations) AddReferences(child, into); return;
        }
    }
}
